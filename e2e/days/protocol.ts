// From the end of an exam to its published result: the protocol row by row, the signature, the decision of a person.
import { answerHint, readHints } from '@ochno/contract/hints'
import type { TestPerson, TestSession } from '@ochno/testkit/server'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { type Day, enter, station } from './day.ts'
import { patiently } from '../patience.ts'

/** What the detectors made of a fake camera is no part of the story: a person looked and says so. */
export async function hintsLookedAt(by: TestPerson, { id }: TestSession): Promise<number> {
  const params = { sid: id }
  const { hints } = await by.client.done(readHints, { params })
  const open = hints.filter(({ state }) => state === 'open')
  for (const { no } of open)
    await by.client.done(answerHint, {
      params: { ...params, no },
      body: { state: 'dismissed', note: 'Камера показывает испытательную картинку', mark: null },
    })
  return hints.length
}

/** Nothing is answered beforehand; what was marked counts, every other row is answered with «нет» one by one. */
export async function fillProtocol(day: Day, who: string, mark: string): Promise<Visit> {
  const desk = await enter(day, day.proctor, '/protocols')
  const { page } = desk
  await page.getByRole('link', { name: new RegExp(who) }).click()
  await page.getByRole('heading', { name: 'Строки формы' }).waitFor()
  expect(await page.getByRole('radio', { checked: true }).count(), 'nothing is answered beforehand').toBe(0)
  expect(await page.getByRole('button', { name: 'Подписать' }).isDisabled()).toBe(true)
  await page
    .getByRole('radiogroup', { name: new RegExp(mark, 'i') })
    .getByLabel('учесть')
    .check()
  const rows = page.getByRole('radiogroup').filter({ has: page.getByLabel('нет', { exact: true }) })
  for (const row of await rows.all()) await row.getByLabel('нет', { exact: true }).check()
  const marked = page.getByRole('radiogroup', { name: /Есть 1 отметка/ })
  await marked.getByLabel(/^да/).check()
  return desk
}

/** Whoever answers for the protocol of a check without a person sees the recording before judging its hints. */
export async function opensRecording(day: Day, who: string): Promise<void> {
  const desk = await enter(day, day.proctor, '/protocols')
  const { page } = desk
  await page.getByRole('link', { name: new RegExp(who) }).click()
  await page.getByText('Отметок нет').waitFor()
  await page.getByRole('link', { name: 'Смотреть запись' }).click()
  await page.getByLabel('Проверка фактов недобросовестности').check()
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  await page.getByText(new RegExp(who)).first().waitFor()
  await page.locator('video').first().waitFor()
  await station(day, desk, 'recording')
  await desk.close()
}

/** A form without rows (000): each hint of the machine is judged by a person, then the marks that stand are settled. */
export async function judgeHints(day: Day, who: string, seen: string): Promise<Visit> {
  const desk = await enter(day, day.proctor, '/protocols')
  const { page } = desk
  await page.getByRole('link', { name: new RegExp(who) }).click()
  await page.getByRole('heading', { name: 'Подсказки, которые никто не разобрал' }).waitFor()
  const open = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Не нарушение' }) })
  const phone = open.filter({ hasText: 'гаджеты' })
  await phone.waitFor()
  await station(day, desk, 'hints')
  await phone.getByRole('button', { name: 'Добавить отметку' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Что видно на записи').fill(seen)
  await sheet.getByRole('button', { name: 'Добавить отметку' }).click()
  await sheet.waitFor({ state: 'detached' })
  await phone.waitFor({ state: 'detached' })
  // What the detectors made of a fake camera is no part of the story.
  for (let left = await open.count(); left > 0; left--) {
    await open.first().getByLabel('Что это было').fill('Камера показывает испытательную картинку')
    await open.first().getByRole('button', { name: 'Не нарушение' }).click()
    await expect.poll(() => open.count(), { timeout: patiently(30_000) }).toBe(left - 1)
  }
  await page
    .getByRole('radiogroup', { name: /гаджеты/ })
    .getByLabel('учесть')
    .check()
  await page
    .getByRole('radiogroup', { name: /самостоятельность/ })
    .getByLabel('нет', { exact: true })
    .check()
  return desk
}

/** False: something came meanwhile, and the page asks to look at it first. */
async function signed({ page }: Visit): Promise<boolean> {
  await page.getByRole('button', { name: 'Подписать' }).click()
  const sheet = page.getByRole('dialog', { name: 'Подпись протокола' })
  await sheet.getByLabel(/Подтверждаю объективность/).check()
  await sheet.getByRole('button', { name: 'Подписать протокол' }).click()
  const done = page.getByText('Протокол подписан')
  await done
    .or(page.getByText('Пока вы подписывали, здесь появилось новое'))
    .first()
    .waitFor({ timeout: patiently(60_000) })
  return done.isVisible()
}

/** `late`: what a browser tells when everything is saved and the pen is in the hand already. */
export async function signAndHandOver(day: Day, desk: Visit, late?: () => Promise<void>): Promise<void> {
  const { page } = desk
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Всё заполнено, можно подписывать').waitFor()
  await station(day, desk, 'protocol')
  if (late) {
    await late()
    expect(await signed(desk), 'nobody signs for what was not before their eyes').toBe(false)
    await station(day, desk, 'protocol-news')
    await page.getByLabel('Что это было').fill('Это обложка тетради')
    await page.getByRole('button', { name: 'Не нарушение' }).click()
    await page.getByText('Всё заполнено, можно подписывать').waitFor()
  }
  expect(await signed(desk)).toBe(true)
  await page
    .getByText(/SHA-256 [0-9a-f]{64}/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Передать на решение' }).click()
  await page.getByText('Протокол передан').waitFor()
}

type Decided = { readonly value: string; readonly ground: string; readonly explanation: string }

/** Rules advise; the value, the ground and the words for the examinee are a person's. */
export async function decide(day: Day, who: string, decided: Decided): Promise<Visit> {
  const room = await enter(day, day.teacher, '/decisions')
  const { page } = room
  await page.getByRole('link', { name: new RegExp(who) }).click()
  await page.getByRole('combobox', { name: 'Результат' }).click()
  await page.getByRole('option', { name: decided.value, exact: true }).click()
  await page
    .getByRole('radiogroup', { name: /Результат подлинный/ })
    .getByLabel('да', { exact: true })
    .check()
  await page.getByLabel('Основание').fill(decided.ground)
  await station(day, room, 'decision')
  await page.getByRole('button', { name: 'Принять решение' }).click()
  await page.getByText('Принятое решение').waitFor({ timeout: patiently(30_000) })
  await page.getByLabel('Объяснение для обучающегося').fill(decided.explanation)
  await page.getByRole('button', { name: 'Объявить результат' }).click()
  await page.getByText(/^Результат объявлен: /).waitFor()
  return room
}

/** The page of who sat the exam: the value and why, in the words that were written for them. */
export async function readsResult(day: Day, session: TestSession, decided: Decided): Promise<Visit> {
  const own = await enter(day, session.examinee, `/results/${session.id}`)
  await own.page.getByText(decided.value).first().waitFor()
  await own.page.getByText(decided.explanation).waitFor()
  await station(day, own, 'own-result')
  return own
}
