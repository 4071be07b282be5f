// The recording looked at afterwards: from the queue to the end of the check.
import { type HintReport, reportHints } from '@ochno/contract/hints'
import { readReview } from '@ochno/contract/review'
import type { ReviewId } from '@ochno/domain/ids'
import type { TestSession } from '@ochno/testkit/server'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { type Day, enter, station } from './day.ts'

/** What a browser's detector tells: a phone, so many seconds after the recording began. */
export async function noticed(
  { examinee, id }: TestSession,
  began: number,
  at: number,
  { lasting = 4, seq = 1 } = {},
): Promise<void> {
  const nowMs = 1_000_000
  const fromMs = nowMs - (Date.now() - began) + at * 1_000
  const hint: HintReport = {
    id: `phone@${seq}`,
    seq,
    rule: 'phone',
    code: 'gadgets',
    fromMs,
    toMs: fromMs + lasting * 1_000,
    ongoing: false,
    strength: 1,
    made: [],
  }
  const { taken } = await examinee.client.done(reportHints, {
    params: { sid: id },
    body: { run: 'page00000001', nowMs, hints: [hint] },
  })
  expect(taken).toBe(1)
}

/** By keys: from hint to hint, each played; the phone is marked, what came of a fake camera is dismissed; then the end. */
export async function reviewed(day: Day, who: string, seen: string): Promise<Visit> {
  const desk = await enter(day, day.proctor, '/reviews')
  const { page } = desk
  await page.getByRole('link', { name: `Проверить запись: ${who}` }).click()
  await page.getByRole('button', { name: 'Смотреть', exact: true }).waitFor()
  const finish = page.getByRole('button', { name: 'Завершить проверку' })
  const params = { rid: new URL(page.url()).pathname.split('/').at(-1) as ReviewId }
  const read = async () => (await day.proctor.client.done(readReview, { params })).hints
  const open = async () => (await read()).filter(({ state }) => state === 'open')
  expect(await finish.isDisabled(), 'with hints nobody answered').toBe(true)
  await page.keyboard.press('n')
  await expect
    .poll(
      () =>
        page.locator('video').evaluateAll((all) => all.map((one) => (one as HTMLVideoElement).currentTime)),
      { timeout: 150_000 },
    )
    .toSatisfy((all: number[]) => all.length === 2 && all.every((at) => at > 0))
  await station(day, desk, 'review')
  for (let left = (await open()).length; left > 0; left--) {
    const chosen = page.locator('li[data-no]').filter({ has: page.locator('[aria-current]') })
    const no = Number(await chosen.getAttribute('data-no'))
    const hint = async () => (await read()).find((one) => one.no === no)
    await expect.poll(async () => (await hint())?.seen, { timeout: 150_000 }).toBe(true)
    if ((await hint())?.code === 'gadgets') await markedByKeys(page, seen)
    else await dismissedByKeys(page)
    await expect.poll(async () => (await open()).length, { timeout: 60_000 }).toBe(left - 1)
  }
  await page.getByText(/^С ответом (\d+) из \1$/).waitFor()
  await page.getByLabel('Замечания с указанием времени').fill(seen)
  await finish.press('Enter')
  await page.getByText('Проверка завершена').waitFor()
  return desk
}

async function markedByKeys(page: Page, seen: string): Promise<void> {
  await page.keyboard.press('v')
  await page.getByLabel('Что видно на записи').fill(seen)
  await page.getByRole('button', { name: 'Сохранить отметку' }).press('Enter')
}

async function dismissedByKeys(page: Page): Promise<void> {
  await page.keyboard.press('x')
  await page.getByLabel('Своими словами').fill('Камера показывает испытательную картинку')
  await page.getByRole('button', { name: 'Отклонить подсказку' }).press('Enter')
}
