// The check of the machine at the door, gone through by keys: what runs by itself, the tone, the screen, the confirmation.
import type { Page } from 'playwright-core'
import { pressKey, tabTo } from './keys.ts'

/** Nothing is left but to go on: everything the rules ask of the machine is measured, said and saved. */
export async function checkMachine(page: Page): Promise<void> {
  await pressKey(page, 'button', 'Начать проверку')
  // It can be pressed when all that runs by itself has run.
  await pressKey(page, 'button', 'Показать экран')
  const items = page.getByRole('list', { name: 'Проверка оборудования' }).getByRole('listitem')
  await items.filter({ hasText: 'Экран целиком' }).getByText('Готово').waitFor()
  await pressKey(page, 'button', 'Включить сигнал')
  await pressKey(page, 'button', /^Слышно$/)
  await items.filter({ hasText: 'Колонки или наушники' }).getByText('Готово').waitFor()
  await confirmMachine(page)
}

/** Where something is below the minimum, or no browser can prove it, the person says so. */
async function confirmMachine(page: Page): Promise<void> {
  const submit = page.getByRole('button', { name: 'Подтвердить и сохранить' })
  const fine = page.getByText(
    /^(Всё готово к экзамену|Проверка сохранена, вы продолжаете под свою ответственность)$/,
  )
  await submit.or(fine).first().waitFor()
  if (await fine.isVisible()) return
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Подтвердите сами' }) })
  for (const box of await card.getByRole('checkbox').all()) {
    await tabTo(page, box)
    await page.keyboard.press('Space')
  }
  await pressKey(page, 'button', 'Подтвердить и сохранить')
  await fine.waitFor()
}
