// The time before the exam: the teacher briefs, the examinee reads, the proctor acknowledges, and the instruction is public.
import { rmSync } from 'node:fs'
import { noteAttention } from '@ochno/contract/attention'
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

/** The machine saw something, and nobody has said yet what it was. */
async function noticed(): Promise<void> {
  await server.database.owner(
    `update session set state = 'in_progress', authorized_at = now(), started_at = now(), deadline = now() + interval '45 minutes'
     where id = $1`,
    [session],
  )
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at)
     values ((select tenant_id from session where id = $1), $1, 'page0000', 0, $2, $2)`,
    [session, new Date()],
  )
  await server.database.owner(
    `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
     values ((select tenant_id from session where id = $1), $1, 1, 'page0000', 'hint1', 1, 'phone', 'gadgets', $2, $2, false, 1, '[]', $3)`,
    [session, Date.now(), new Date()],
  )
}

test('R4-7.2.2 B-26 the wall opens once the requirements are acknowledged, and hides its people when nobody touched it for ten minutes', async () => {
  await noticed()
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
  await page.getByRole('button', { name: /^Ничего/ }).waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Выключить звук' }).waitFor()
  const looked: number[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith(noteAttention.path)) return
    const { notes } = request.postDataJSON() as { readonly notes: readonly { readonly lengthMs?: number }[] }
    looked.push(...notes.map(({ lengthMs }) => lengthMs ?? 0))
  })
  // The wall looks once a second.
  await page.clock.fastForward('00:02')

  await page.clock.fastForward('09:00')
  expect(await page.getByRole('heading', { name: 'Наблюдение закрыто' }).count()).toBe(0)
  await page.clock.fastForward('01:05')
  await page.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor()
  expect(await page.getByText('Соколов Артём').first().isVisible()).toBe(false)
  await both(proctor, 'wall-locked')

  // Nothing behind the lock obeys the keys, sounds or is looked at.
  await page.clock.fastForward('00:02')
  for (const key of ['m', 'd', 'a', '2', 't', 'r', '?', 'F1']) await page.keyboard.press(key)
  await page.clock.fastForward('03:30')
  await page.getByText('Ждёт внимания 1 сигнал').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  const other = await proctor.context.newPage()
  for (const path of ['/wall', '/door', '/recordings']) {
    await other.goto(path)
    await other.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor()
    expect(await other.getByText('Соколов Артём').filter({ visible: true }).count()).toBe(0)
  }
  await page.getByRole('button', { name: 'Продолжить наблюдение' }).click()
  await page.getByRole('dialog').getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor({ state: 'detached' })
  expect(await page.getByText('Соколов Артём').first().isVisible()).toBe(true)
  await other.getByRole('heading', { name: 'Наблюдение закрыто' }).waitFor({ state: 'detached' })
  await other.close()
  await page.getByRole('button', { name: 'Слушать' }).first().waitFor()
  expect(await page.getByRole('button', { name: 'Выключить звук' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Ничего/ }).waitFor()
  expect(looked.some((ms) => ms > 500_000)).toBe(true)
  expect(looked.filter((ms) => ms > 180_000 && ms < 400_000)).toEqual([])

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
