// An appeal from its form to the commission's decision.
import { changeAppealSetting } from '@ochno/contract/appeals'
import type { TestSession } from '@ochno/testkit/server'
import { expect } from 'vitest'
import type { Visit } from '../screens-stand.ts'
import { type Day, enter, station } from './day.ts'

const seats = [
  ['Савельев Роман Юрьевич', 'председатель'],
  ['Мартынова Ольга Сергеевна', 'член комиссии'],
  ['Носова Юлия Павловна', 'секретарь'],
] as const

export async function commissionOf({ school }: Day) {
  const people = []
  for (const [fullName] of seats) people.push(await school.person('commission', { fullName }))
  await school.admin.client.done(changeAppealSetting, {
    body: {
      situations: [],
      steps: [{ id: 'study', words: 'Изучить видеозапись и протокол', by: 'Секретарь' }],
      least: 2,
      answerDays: null,
    },
  })
  const [chair, member, secretary] = people
  if (!chair || !member || !secretary) throw new Error('three seats')
  return { chair, member, secretary }
}

export async function appeals(day: Day, session: TestSession, what: string, words: string): Promise<Visit> {
  const own = await enter(day, session.examinee, '/')
  await own.page.getByRole('heading', { name: 'Запись, отметки и апелляция' }).waitFor()
  await own.page.goto(`/after-exam/${session.id}`)
  await own.page.getByLabel(what).check()
  await own.page.getByLabel('Что произошло').fill(words)
  await station(day, own, 'appeal-form')
  await own.page.getByRole('button', { name: 'Подать апелляцию' }).click()
  await own.page.getByText('зарегистрирована, ждёт приёма').waitFor()
  return own
}

/** The secretary admits it and names the commission; who took part in the exam is not among those who can be named. */
export async function admitted(day: Day, secretary: TestSession['examinee'], who: string): Promise<Visit> {
  const desk = await enter(day, secretary, '/appeals')
  const { page } = desk
  await page.getByRole('link', { name: new RegExp(who) }).click()
  await page.getByRole('button', { name: 'Принять к рассмотрению' }).click()
  for (const [name, role] of seats) {
    await page.getByRole('combobox', { name }).click()
    await page.getByRole('option', { name: role }).click()
  }
  await page.getByRole('button', { name: 'Назначить комиссию' }).click()
  await page.getByText('Назначена комиссия').waitFor()
  await page.getByRole('button', { name: 'Сделано' }).click()
  await page.getByText('Сделан шаг порядка').waitFor()
  await page.getByText('Запись сохраняется, пока апелляция открыта').waitFor()
  return desk
}

type Upheld = { readonly result: string; readonly because: string }

/** Each with a vote says by their own sign-in what they think. */
async function votes(page: Visit['page']): Promise<void> {
  await page.getByRole('radio', { name: 'удовлетворить апелляцию' }).check()
  await page.getByRole('button', { name: 'Проголосовать' }).click()
  await page.getByRole('radiogroup', { name: 'Проголосовать заново' }).waitFor()
}

/** T-19: before a verdict somebody of the commission watches what it is about, for that very purpose. */
async function watched(day: Day, head: Visit): Promise<void> {
  const { page } = head
  await page.getByRole('link', { name: 'Открыть запись' }).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Рассмотрение апелляции' }).isChecked()).toBe(true)
  const shown = page.waitForResponse((answer) => answer.url().includes('/records') && answer.ok())
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  await page.getByRole('button', { name: 'Смотреть' }).waitFor()
  await shown
  await page.getByRole('button', { name: 'Взять этот момент' }).click()
  await page.getByRole('button', { name: /^Убрать/ }).waitFor()
  await station(day, head, 'appeal-moment')
  await page.getByRole('link', { name: 'Вернуться к апелляции' }).click()
}

type Voices = { readonly chair: TestSession['examinee']; readonly member: TestSession['examinee'] }

export async function upheld(day: Day, { chair, member }: Voices, path: string, said: Upheld) {
  const other = await enter(day, member, path)
  await votes(other.page)
  await other.context.close()
  const head = await enter(day, chair, path)
  const { page } = head
  await votes(page)
  await watched(day, head)
  await page.getByLabel('удовлетворить', { exact: true }).check()
  await page.getByRole('combobox', { name: 'Новый результат' }).click()
  await page.getByRole('option', { name: said.result, exact: true }).click()
  const marks = page.getByRole('group', { name: 'Снять отметки' }).getByRole('checkbox')
  expect(await marks.count()).toBeGreaterThan(0)
  for (const mark of await marks.all()) await mark.check()
  await page.getByLabel('Мотивы').fill(said.because)
  // The time that was taken from the recording stands there already.
  expect(await page.getByLabel('Начало 1').inputValue()).toMatch(/^\d\d:\d\d:\d\d$/)
  await page.getByRole('button', { name: 'Записать решение' }).click()
  await page.getByRole('link', { name: /PDF/ }).waitFor({ timeout: 30_000 })
  await page.getByText('Апелляция запись больше не удерживает').waitFor()
  await station(day, head, 'appeal-decided')
}
