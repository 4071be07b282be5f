// What a proctor does at the wall, and what the examinee sees of it.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { patiently } from '../patience.ts'

/** By the digit of the person, as the wall numbers them. */
export async function enlarge(page: Page, name: string): Promise<void> {
  const names = await page.getByRole('article').evaluateAll((all) => all.map((one) => one.ariaLabel))
  await page.keyboard.press(`${names.indexOf(name) + 1}`)
  await page.locator(`article[data-enlarged][aria-label="${name}"]`).waitFor()
}

/** What a video that never moved can say of itself; evaluated in the page. */
function told(one: HTMLVideoElement | SVGElement | HTMLElement): string {
  const { played, buffered, readyState, currentTime, ariaLabel } = one as HTMLVideoElement
  if (played.length > 0) return 'played'
  const ranges = Array.from(
    { length: buffered.length },
    (_, i) => `${buffered.start(i)} to ${buffered.end(i)}`,
  )
  return `${ariaLabel}: ready ${readyState}, at ${currentTime}, has ${ranges.join(', ')}`
}

/** Both pictures of each person have moved: what has been live once counts, whatever a busy machine makes of it later. */
export async function allLive(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const tile = page.getByRole('article', { name, exact: true })
    await tile.waitFor()
    const said = async () => {
      const videos = []
      for (const video of await tile.locator('video').all()) videos.push(await video.evaluate(told))
      return videos.every((one) => one === 'played') ? videos : [...videos, await tile.textContent()]
    }
    await expect.poll(said, { timeout: patiently(180_000) }).toEqual(['played', 'played'])
  }
  expect(await page.getByRole('article').count()).toBe(names.length)
}

export async function talkTo(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Написать: ${name}` }).click()
  const panel = page.getByRole('complementary', { name: `Разговор: ${name}` })
  await panel.waitFor()
  return panel
}

export async function warn(panel: Locator, own: Visit, text: string, reason: string): Promise<void> {
  await panel.getByRole('radio', { name: 'Предупреждение' }).click()
  await panel.getByLabel('Что сказать').fill(text)
  await panel.getByLabel('Причина').fill(reason)
  await panel.getByRole('button', { name: 'Предупредить' }).click()
  const warned = own.page.getByRole('alert').filter({ hasText: text })
  await warned.getByRole('button', { name: 'Понятно' }).click()
  await warned.waitFor({ state: 'detached' })
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

/** The time stands while the failure lasts, and is given back when it is over. */
export async function failure(panel: Locator, own: Visit, what: string, during: () => Promise<void>) {
  const stands = own.page.getByText('Технический сбой: время экзамена стоит')
  await panel.getByRole('radio', { name: 'Пауза' }).click()
  await panel.getByText('Технический сбой', { exact: true }).click()
  await panel.getByLabel('Причина').fill(what)
  await panel.getByRole('button', { name: 'Остановить время' }).click()
  await stands.waitFor()
  await during()
  await panel.getByRole('button', { name: 'Продолжить экзамен' }).click()
  await stands.waitFor({ state: 'detached' })
  await panel.getByText(/^Добавлено времени ·/).waitFor()
}

/** Only where the act allows it: after as many violations as it names, with a reason, and once more asked. */
export async function stop(page: Page, panel: Locator, reason: string): Promise<void> {
  await panel.getByRole('radio', { name: 'Остановить экзамен' }).click()
  const button = panel.getByRole('button', { name: 'Остановить экзамен' })
  expect(await button.isDisabled(), 'without a reason').toBe(true)
  await panel.getByLabel('Причина').fill(reason)
  await button.click()
  const sure = page.getByRole('dialog', { name: 'Остановить экзамен?' })
  await sure.getByRole('button', { name: 'Остановить экзамен' }).click()
}
