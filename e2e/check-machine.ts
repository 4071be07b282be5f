// The check of the machine at the door, gone through by keys: what runs by itself, the tone, the screen, the confirmation.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { patiently } from './patience.ts'

/** How the focus comes to what is pressed: put there, or by Tab alone where that is what the test is about (`keys.ts`). */
type Reach = (page: Page, target: Locator) => Promise<void>

const put: Reach = async (_page, target) => {
  await target.waitFor()
  await expect.poll(() => target.isEnabled(), { timeout: patiently(180_000) }).toBe(true)
  await target.focus()
}

/** Nothing is left but to go on: everything the rules ask of the machine is measured, said and saved. */
export async function checkMachine(page: Page, reach: Reach = put): Promise<void> {
  const press = async (name: string | RegExp) => {
    await reach(page, page.getByRole('button', { name }).first())
    await page.keyboard.press('Enter')
  }
  await press('Начать проверку')
  // It can be pressed when all that runs by itself has run.
  await press('Показать экран')
  const items = page.getByRole('list', { name: 'Проверка оборудования' }).getByRole('listitem')
  await items.filter({ hasText: 'Экран целиком' }).getByText('Готово').waitFor()
  await press('Включить сигнал')
  await press(/^Слышно$/)
  await items.filter({ hasText: 'Колонки или наушники' }).getByText('Готово').waitFor()
  await confirmMachine(page, reach)
}

/** Where something is below the minimum, or no browser can prove it, the person says so. */
export async function confirmMachine(page: Page, reach: Reach = put): Promise<void> {
  const submit = page.getByRole('button', { name: /^Подтвердить( и сохранить)?$/ })
  const fine = page.getByText(
    /^(Всё готово к экзамену|Проверка сохранена, вы продолжаете под свою ответственность|Для пробы этого достаточно\. .*)$/,
  )
  await submit.or(fine).first().waitFor()
  if (await fine.isVisible()) return
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Подтвердите сами' }) })
  for (const box of await card.getByRole('checkbox').all()) {
    await reach(page, box)
    await page.keyboard.press('Space')
  }
  await reach(page, submit)
  await page.keyboard.press('Enter')
  await fine.waitFor()
}
