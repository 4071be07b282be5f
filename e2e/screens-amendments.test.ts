// A published exam is put right on its page: a person is moved, another taken off, a slot called off; those it touches read why.
import { rmSync } from 'node:fs'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { applyPlan, planExam } from '@ochno/contract/exam-schedule'
import { createExam, publishExam } from '@ochno/contract/exams'
import { tellSchedule } from '@ochno/contract/notices'
import { plainCard } from '@ochno/domain/exam/card'
import type { ExamId } from '@ochno/domain/ids'
import { ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, openBrowser, phone, type Visit, visit } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let teacher: Visit
let orlov: TestPerson
let proctor: TestPerson
let exam: ExamId

const MINUTE = 60_000
const whole = Math.ceil(Date.now() / (60 * MINUTE)) * 60 * MINUTE
const at = (minutes: number) => new Date(whole + minutes * MINUTE).toISOString()
const LONG = 'Серова-Константинопольская Александра Владиславовна'

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({
    config: { webDir: web },
    parts: [{ tasks: { tell_schedules: async () => {} } }],
  })
  await ownActInForce(server.admin.client, {
    'capacity.max_simultaneous': 2,
    'staffing.sync_examinees_per_proctor': 2,
    'schedule.publish_to_examinee': 'required',
  })
  const maker = await server.person('teacher', { fullName: 'Петрова Анна Ильинична' })
  proctor = await server.person('proctor', { fullName: 'Громова Елена Викторовна' })
  orlov = await server.person('examinee', { fullName: 'Орлов Пётр' })
  const others = [
    await server.person('examinee', { fullName: LONG }),
    await server.person('examinee', { fullName: 'Ким Вера' }),
  ]
  const card = { ...(plainCard as unknown as ExamCardGiven), subject: 'Физика' }
  const about = { instructions: '', opensAt: at(0), closesAt: at(600), lengthMinutes: 45, card }
  exam = (await maker.client.done(createExam, { body: { ...about, title: 'Физика, 9 класс' } })).id
  await maker.client.done(publishExam, { params: { eid: exam } })
  const slotted = async (people: readonly TestPerson[], from: number) => {
    const body = {
      examinees: people.map(({ id }) => id),
      proctors: [proctor.id],
      first: at(from),
      windowMinutes: 15,
      betweenMinutes: 0,
    }
    const { digest } = await maker.client.done(planExam, { params: { eid: exam }, body })
    await maker.client.done(applyPlan, { params: { eid: exam }, body: { ...body, digest } })
  }
  await slotted([orlov], 60)
  await slotted(others, 180)
  await maker.client.done(tellSchedule, { params: { eid: exam } })
  browser = await openBrowser()
  teacher = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
  await signIn(teacher.page, maker)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const signIn = async (page: Page, who: TestPerson) => {
  const [name, value] = who.client.cookie.split('=') as [string, string]
  await page
    .context()
    .addCookies([
      { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
}

/** On a desk and on a phone: nothing sticks out, nothing is inaccessible. */
async function both({ page, accessible }: Visit, name: string): Promise<void> {
  await accessible(name)
  await picture(page, name)
  await page.setViewportSize(phone)
  await accessible(`${name} on a phone`)
  await picture(page, `${name}-phone`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.setViewportSize(desktop)
}

test('R4-3.7 R4-3.6b the organiser sees what stands in the way and who is told, then moves, takes off and calls off', async () => {
  const { page } = teacher
  await page.goto(`/exams/${exam}`)
  await page.getByText('Изменений не было').waitFor()
  await page.getByRole('button', { name: 'Изменить: Орлов Пётр' }).click()
  await page.getByRole('button', { name: 'Перенести', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Перенести: Орлов Пётр' })
  await dialog.getByText('Заполните поля').waitFor()
  await dialog.getByRole('combobox', { name: 'Слот' }).selectOption({ index: 1 })
  await dialog.getByText('Так сделать нельзя').waitFor()
  await dialog.getByText('Орлов Пётр: в это время уже сдаёт столько людей').waitFor()
  await both(teacher, 'exam-amend-full')
  await dialog.getByText('На своё время').click()
  await dialog.getByText('Извещения получат 2 человека').waitFor()
  const send = dialog.getByRole('button', { name: 'Перенести и известить' })
  expect(await send.isDisabled()).toBe(true)
  await dialog.getByLabel('Причина').fill('Соревнования')
  await both(teacher, 'exam-amend-move')
  await send.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Готово. Извещены: 2.').waitFor()
  await page.getByText('Перенос: Орлов Пётр').waitFor()

  await page.getByRole('button', { name: 'Изменить: Ким Вера' }).press('Enter')
  await page.getByRole('button', { name: 'Снять с экзамена' }).press('Enter')
  const off = page.getByRole('dialog', { name: 'Снять с экзамена: Ким Вера' })
  await off.getByText('Извещения получат 2 человека').waitFor()
  await off.getByLabel('Причина').fill('Сдаёт очно в другой школе')
  await off.getByRole('button', { name: 'Снять и известить' }).press('Enter')
  await off.waitFor({ state: 'detached' })
  await page.getByText('Снятие с экзамена: Ким Вера').waitFor()
  expect(await page.getByRole('button', { name: 'Изменить: Ким Вера' }).count()).toBe(0)

  await page
    .getByRole('button', { name: /^Изменить слот:/ })
    .nth(1)
    .click()
  await page.getByRole('button', { name: 'Отменить слот' }).click()
  const slot = page.getByRole('dialog', { name: 'Отменить слот' })
  await slot.getByText(LONG).waitFor()
  await slot.getByLabel('Причина').fill('Нет кабинета')
  await both(teacher, 'exam-amend-cancel-slot')
  await slot.getByRole('button', { name: 'Отменить и известить' }).click()
  await slot.waitFor({ state: 'detached' })
  await page.getByText(`Отмена слота: ${LONG}`).waitFor()
  await page.getByText('Изменения после публикации').scrollIntoViewIfNeeded()
  await both(teacher, 'exam-amend-history')
  expect(teacher.trouble).toEqual([])
})

test('R4-3.6b the examinee and the proctor read in their account what changed and why', async () => {
  for (const [who, heading, why, name] of [
    [orlov, 'Время экзамена «Физика, 9 класс» изменилось', 'Соревнования', 'notices-moved'],
    [proctor, 'С экзамена «Физика, 9 класс» снято человек: 1', 'Нет кабинета', 'notices-duty'],
  ] as const) {
    const theirs = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
    await signIn(theirs.page, who)
    await theirs.page.goto('/notices')
    await theirs.page.getByRole('heading', { name: heading }).first().waitFor()
    await theirs.page.getByText(`Почему: ${why}`).first().waitFor()
    await both(theirs, name)
    expect(theirs.trouble).toEqual([])
    await theirs.close()
  }
})

test('B-28 whoever forgot the password comes in with the code the organiser is shown, once, and finds the exam it opens', async () => {
  const { page } = teacher
  const soon = await server.exam({ title: 'Химия, 9 класс' })
  const examinee = await server.person('examinee', { fullName: 'Лебедев Семён Андреевич' })
  await server.session({ exam: soon, examinee })
  await page.goto(`/exams/${soon}`)
  await page.getByRole('button', { name: 'Изменить: Лебедев Семён Андреевич' }).click()
  await page.getByRole('button', { name: 'Код для входа' }).click()
  const dialog = page.getByRole('dialog', { name: 'Код для входа: Лебедев Семён Андреевич' })
  await both(teacher, 'exam-code-before')
  await dialog.getByRole('button', { name: 'Создать код' }).click()
  const code = (await dialog.getByText(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/).textContent()) ?? ''
  await both(teacher, 'exam-code')
  await dialog.getByRole('button', { name: 'Закрыть' }).click()

  const enter = async (his: Visit) => {
    await his.page.goto('/sign-in')
    await his.page.getByLabel('Логин').fill(examinee.login)
    await his.page.getByLabel('Пароль', { exact: true }).fill(code)
    await his.page.getByRole('button', { name: 'Войти' }).click()
  }
  const his = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
  await his.page.goto('/sign-in')
  await his.page.getByRole('button', { name: 'Войти' }).waitFor()
  await both(his, 'sign-in-code')
  await enter(his)
  await his.page.getByText('Химия, 9 класс').first().waitFor()
  await both(his, 'home-by-code')
  expect(his.trouble).toEqual([])
  await his.close()

  const late = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
  await enter(late)
  await late.page.getByText('Логин или пароль не подходят').waitFor()
  await both(late, 'sign-in-code-used')
  await late.close()
})
