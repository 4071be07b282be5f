// What a proctor does at the wall.
import type { Locator, Page } from 'playwright-core'

export async function talkTo(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Написать: ${name}` }).click()
  const panel = page.getByRole('complementary', { name: `Разговор: ${name}` })
  await panel.waitFor()
  return panel
}

export async function mark(page: Page, panel: Locator, violation: string, note: string): Promise<void> {
  await panel.getByRole('radio', { name: 'Отметка о нарушении' }).click()
  await panel.getByRole('combobox', { name: 'Нарушение' }).fill(violation)
  await page.getByRole('option').first().click()
  await panel.getByRole('combobox', { name: 'Когда' }).click()
  await page.getByRole('option', { name: 'Последние 10 секунд' }).click()
  await panel.getByLabel('Примечание').fill(note)
  await panel.getByRole('button', { name: 'Отметить' }).click()
  await panel.getByRole('listitem').getByText(note).waitFor()
}
