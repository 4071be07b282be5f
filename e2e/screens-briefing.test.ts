// The time before the exam: the teacher briefs, the examinee reads, the proctor acknowledges, and the instruction is public.
import { rmSync } from 'node:fs'
import { createSession } from '@ochno/contract/sessions'
import { confirmItem } from '@ochno/contract/exam-admission'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, type Visit, visit, visitAs } from './screens-stand.ts'

const TITLE = 'Охрана труда: итоговый экзамен для группы переподготовки'
const LONG = 'Константинопольская-Преображенская Александра Владиславовна'
let server: TestServer
let browser: Browser
let web: string
let exam: ExamId
let session: SessionId
const people = new Map<string, TestPerson>()
const person = (name: string): TestPerson => people.get(name) as TestPerson

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  const { admin } = server
  await actInForce(admin.client, '004')
  people
    .set('teacher', await server.person('teacher', { fullName: 'Петрова Анна Ильинична' }))
    .set('proctor', await server.person('proctor', { fullName: 'Орлова Елена Викторовна' }))
    .set('pupil', await server.person('examinee', { fullName: 'Соколов Артём' }))
    .set('second', await server.person('examinee', { fullName: LONG }))
  exam = await examUnderAct(admin.client, {}, { title: TITLE })
  for (const name of ['pupil', 'second']) {
    const made = await admin.client.done(createSession, {
      params: { eid: exam },
      body: { examinee: person(name).id, proctors: [person('proctor').id] },
    })
    if (name === 'pupil') session = made.session.id
  }
  for (const item of ['materials_in_lms', 'examinee_list'] as const)
    await admin.client.done(confirmItem, { params: { eid: exam, item } })
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

async function both(here: Visit, name: string): Promise<void> {
  await here.accessible(name)
  await picture(here.page, name)
  await here.page.setViewportSize(phone)
  await here.accessible(`${name} on a phone`)
  await fits(here)
  await picture(here.page, `${name}-phone`)
  await here.page.setViewportSize(desktop)
}

test('R4-3.8a the teacher holds the briefing with its words and marks who was there; the other reads and confirms it', async () => {
  const teacher = await visitAs(browser, server, person('teacher'))
  const { page } = teacher
  await page.goto(`/exams/${exam}`)
  await page.getByRole('link', { name: 'Провести инструктаж' }).click()
  await page.getByText('Инструктаж ещё не проведён. Без него экзамен не начнётся.').waitFor()
  await page.getByText(LONG).waitFor()
  await both(teacher, 'briefing-before')

  const pupil = await visitAs(browser, server, person('pupil'))
  await pupil.page.goto(`/exam/${session}`)
  await pupil.page.getByText('Преподаватель ещё не провёл инструктаж').waitFor()

  await page.getByRole('button', { name: 'Инструктаж проведён' }).click()
  await page.getByText(/^Провёл\(а\) Петрова Анна Ильинична, /).waitFor()
  await page.getByRole('checkbox', { name: LONG }).check()
  await page.getByRole('button', { name: 'Отметить, что 1 человек был' }).click()
  await page.getByText('Прошли 1 из 2').waitFor()
  await page.getByText('Присутствовал(а)').waitFor()
  await both(teacher, 'briefing-held')

  await pupil.page.reload()
  const confirm = pupil.page.getByRole('button', { name: 'Подтвердить инструктаж' })
  await confirm.waitFor()
  expect(await confirm.isDisabled()).toBe(true)
  await pupil.page.getByRole('checkbox', { name: 'Инструктаж прочитан, всё понятно' }).check()
  await confirm.scrollIntoViewIfNeeded()
  await both(pupil, 'briefing-examinee')
  await confirm.click()
  await pupil.page.getByText('Вы прочитали инструктаж и подтвердили это').waitFor()

  await page.getByText('Инструктаж прошли все').waitFor()
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByText(/Прошли 2 из 2/).waitFor()
  await both(teacher, 'briefing-checklist')
  expect([...teacher.trouble, ...pupil.trouble]).toEqual([])
  await Promise.all([teacher.close(), pupil.close()])
})

test('R4-7.2.2 B-26 the wall opens once the requirements are acknowledged, and hides its people when nobody touched it for ten minutes', async () => {
  const proctor = await visitAs(browser, server, person('proctor'))
  const { page } = proctor
  await page.clock.install()
  await page.goto('/')
  await page.getByText('Не видно ещё 2 человек: требования их экзамена не прочитаны').waitFor()
  await page.goto('/wall')
  await page.getByRole('heading', { name: 'Сначала прочитайте требования' }).waitFor()
  const open = page.getByRole('button', { name: `Подтвердить и открыть: ${TITLE}` })
  await open.waitFor()
  expect(await open.isDisabled()).toBe(true)
  expect(await page.getByText('Соколов Артём').count()).toBe(0)
  await both(proctor, 'requirements-first')
  await page.getByRole('checkbox', { name: /^Требования этого экзамена прочитаны/ }).check()
  await open.click()
  await page.getByText('Соколов Артём').first().waitFor()

  await page.clock.fastForward('07:00')
  expect(await page.getByRole('heading', { name: 'Наблюдение закрыто' }).count()).toBe(0)
  await page.clock.fastForward('03:05')
  await page.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor()
  expect(await page.getByText('Соколов Артём').first().isVisible()).toBe(false)
  await both(proctor, 'wall-locked')
  await page.getByRole('button', { name: 'Продолжить наблюдение' }).click()
  await page.getByRole('dialog').getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor({ state: 'detached' })
  expect(await page.getByText('Соколов Артём').first().isVisible()).toBe(true)

  await page.goto('/requirements')
  await page.getByText(/^Прочитано /).waitFor()
  await both(proctor, 'requirements')
  expect(proctor.trouble).toEqual([])
  await proctor.close()
})

test('R1-7.5a the instruction is read by anybody, at a desk and on a phone', async () => {
  const anybody = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
  const { page } = anybody
  await page.goto('/technical-requirements')
  await page.getByRole('link', { name: 'Инструкция к экзамену' }).click()
  await page.getByRole('heading', { name: '4. Контакты' }).waitFor()
  await page.getByText('Прочитайте инструктаж преподавателя и подтвердите его.').waitFor()
  await picture(page, 'instruction')
  await page.setViewportSize(phone)
  await fits(anybody)
  await picture(page, 'instruction-phone')
  await anybody.close()
})
