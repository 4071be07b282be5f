// What a withdrawn consent left, told in words; a hold looked at again; the whole archive asked for and taken; a debt made good.
import { readFileSync, rmSync } from 'node:fs'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import { answerConsent, listMyConsents, markShown, withdrawConsent } from '@ochno/contract/consents'
import { changePaperSetting } from '@ochno/contract/forms'
import { holdRecording } from '@ochno/contract/retention'
import { authorizeSession, startSession, submitSession } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { listSubjectExports } from '@ochno/contract/subject-exports'
import { fromMs } from '@ochno/domain/time'
import { bytesSource } from '@ochno/evidence/bundle/source'
import { readZip } from '@ochno/evidence/bundle/zip-read'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

// Time stands still unless the test moves it.
let nowMs = Date.parse('2026-09-07T07:00:00Z')
const clock = { ms: () => nowMs, now: () => fromMs(nowMs), mono: () => performance.now() }
const DAY = 24 * 3_600_000
let server: TestServer
let browser: Browser
let web: string
let dpo: TestPerson
let methodist: TestPerson
let commission: TestPerson
let teacher: TestPerson
let before: TestPerson
let after: TestPerson
let stopped: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  const still = { close_recordings: async () => {}, finish_destructions: async () => {} }
  server = await bootServer({ clock, config: { webDir: web }, parts: [{ tasks: still }] })
  browser = await openBrowser()
  dpo = await server.person('dpo', { fullName: 'Ветрова Нина Олеговна' })
  methodist = await server.person('methodist', { fullName: 'Зимина Анна Сергеевна' })
  commission = await server.person('commission', { fullName: 'Соколов Пётр Ильич' })
  teacher = await server.person('teacher', { fullName: 'Орлова Вера Павловна' })
  const { client } = server.admin
  await ownActInForce(client, {
    'retention.until': 'months',
    'retention.video_months': 6,
    'consent.required': 'required',
    'consent.voluntary': true,
  })
  const name = 'Школа № 12'
  const paper = { name, short: name, dative: 'школе № 12', address: 'ул. Мира, 1', city: 'г. Иваново' }
  await client.done(changePaperSetting, { body: { ...paper, fixTypos: false } })
  await client.done(changeConsentSettings, {
    body: {
      age: { representativeAloneUntil: 14, bothUntil: 14 },
      alternatives: ['in_person', 'oral'],
      thirdParty: null,
    },
  })
  const exam = await examUnderAct(client, {}, { title: 'Физика, 10 класс', nowMs })
  before = await pupil('Константинопольский Александр Вячеславович')
  await server.session({ exam, examinee: before, consents: 'unanswered' })
  await agree(before)
  after = await pupil('Белова Анна Игоревна')
  const first = await sat(exam, after)
  stopped = await sat(exam, await pupil('Лебедев Олег Юрьевич'))
  await withdraw(before)
  nowMs += 3 * DAY
  for (const one of [first, stopped]) await server.app.evidence.close(one.id)
  await again()
  await commission.client.done(holdRecording, {
    params: { sid: stopped.id },
    body: { reason: 'Жалоба № 4', reviewOn: new Date(nowMs + 5 * DAY).toISOString().slice(0, 10) },
  })
  await server.database.owner(
    `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, published_by, published_at, facts, changed_at)
     values ($1, $2, 'published', 1, 'passed', 'Работа проверена', $3, $3, $4, '{}', $4)`,
    [first.id, server.id, teacher.id, new Date(nowMs)],
  )
  nowMs += 6 * DAY
  await again()
  await withdraw(after)
  await debt(stopped)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

async function again() {
  for (const { client, login, password } of [
    server.admin,
    dpo,
    methodist,
    commission,
    teacher,
    before,
    after,
  ])
    await client.done(signIn, { body: { login, password } })
}

async function pupil(fullName: string): Promise<TestPerson> {
  const one = await server.person('examinee', { fullName })
  await server.database.owner(
    "insert into consent_person (account_id, tenant_id, born) values ($1, $2, '1990-01-01')",
    [one.id, server.id],
  )
  return one
}

const itemOf = async ({ client, id }: TestPerson) => {
  const { people } = await client.done(listMyConsents, {})
  const item = people.find(({ account }) => account === id)?.items[0]
  if (!item) throw new Error('nothing is asked')
  return item
}

async function agree(one: TestPerson): Promise<void> {
  const { text } = await itemOf(one)
  const params = { id: one.id }
  for (const { part } of text.blocks)
    await one.client.done(markShown, { params, body: { text: text.id, part } })
  await one.client.done(answerConsent, { params, body: { text: text.id, answer: 'agree' } })
}

async function withdraw(one: TestPerson): Promise<void> {
  const { id, warning } = await itemOf(one)
  await one.client.done(withdrawConsent, { params: { cid: id ?? '' }, body: { warned: warning } })
}

async function sat(exam: TestSession['exam'], examinee: TestPerson): Promise<TestSession> {
  const session = await server.session({ exam, examinee, consents: 'unanswered' })
  await agree(examinee)
  const params = { sid: session.id }
  for (const step of [authorizeSession, startSession, submitSession])
    await examinee.client.done(step, { params })
  return session
}

/** As a stop by the proctor and the decision after it leave one. */
async function debt({ id, examinee, exam, proctors }: TestSession): Promise<void> {
  await server.database.owner(
    `insert into protocol_edition (session_id, tenant_id, edition, number, facts, signed_by, signed_at, handed_over_at)
     values ($1, $2, 1, '17-П', '{}', $3, $4, $4)`,
    [id, server.id, proctors[0]?.id, new Date(nowMs)],
  )
  const by = { id: teacher.id, name: 'Орлова Вера Павловна', post: 'teacher', at: fromMs(nowMs).toString() }
  const decided = { value: 'unsatisfactory', authentic: true, ground: 'Телефон, дважды', lmsGrade: '', by }
  const facts = {
    answers: {},
    impersonation: null,
    director: null,
    proposed: null,
    explanation: null,
    decided: { ...decided, second: null, shown: [], departs: false },
    debt: { examinee: examinee.id, exam, since: fromMs(nowMs).toString(), clause: '5.13' },
  }
  await server.database.owner(
    `insert into decision (session_id, tenant_id, state, edition, value, ground, decided_by, facts, changed_at)
     values ($1, $2, 'decided', 1, 'unsatisfactory', 'Телефон, дважды', $3, $4, $5)`,
    [id, server.id, teacher.id, JSON.stringify(facts), new Date(nowMs)],
  )
}

test('P-14 P-12 whoever took a consent back reads what it changed and what is left; the office sets another way', async () => {
  const office = await visitAs(browser, server, methodist)
  await office.page.goto('/consent-register')
  await office.page.getByText('Нужно назначить другой порядок').waitFor()
  await office.accessible('withdrawn consents')
  await picture(office.page, 'withdrawals-office')
  await office.page.getByRole('button', { name: /Назначить порядок экзамена: Константинопольский/ }).click()
  const sheet = office.page.getByRole('dialog', { name: 'Экзамен без прокторинга' })
  await sheet.getByLabel('Как пройдёт экзамен').selectOption('oral')
  await sheet.getByLabel('Когда и где').fill('17 сентября в 10:00, кабинет 12.')
  await office.accessible('another way')
  await picture(office.page, 'withdrawals-way')
  await sheet.getByRole('button', { name: 'Назначить' }).click()
  await office.page.getByText(/устно. 17 сентября в 10:00/).waitFor()
  await office.page.setViewportSize(phone)
  await fits(office)
  await picture(office.page, 'withdrawals-office-phone')

  const own = await visitAs(browser, server, before)
  await own.page.goto('/consents')
  await own.page.getByText(/устно. 17 сентября в 10:00/).waitFor()
  await own.accessible('what a withdrawal before the exam left')
  await picture(own.page, 'withdrawals-before')
  const other = await visitAs(browser, server, after)
  await other.page.setViewportSize(phone)
  await other.page.goto('/consents')
  await other.page.getByText('Запись закрыта для всех и будет уничтожена по акту').waitFor()
  await other.accessible('what a withdrawal after the exam left')
  await fits(other)
  await picture(other.page, 'withdrawals-after-phone')
  for (const one of [office, own, other]) {
    expect(one.trouble).toEqual([])
    await one.close()
  }
})

test('P-23 P-30 a hold whose day has come stands above all; an archive is asked for, looked at, handed out and taken by the person', async () => {
  const own = await visitAs(browser, server, after)
  await own.page.setViewportSize(phone)
  await own.page.goto('/me/sign-ins')
  await own.page.getByRole('button', { name: 'Запросить архив' }).click()
  await own.page.getByText('Собирается').or(own.page.getByText('Собран, сотрудник')).first().waitFor()
  const made = async () => (await dpo.client.done(listSubjectExports, {})).rows[0]?.state
  await vi.waitFor(async () => expect(await made()).toBe('made'), { timeout: 60_000, interval: 250 })
  await own.page.reload()
  await own.page.getByText('Собран, сотрудник проверяет').waitFor()
  await own.accessible('an archive that was asked for')
  await fits(own)
  await picture(own.page, 'archive-asked-phone')

  const keeping = await visitAs(browser, server, dpo)
  const { page } = keeping
  await page.goto('/retention')
  await page.getByRole('heading', { name: 'Пора пересмотреть' }).waitFor()
  await page.getByText('Ждёт вашей проверки').waitFor()
  await page.getByText(/Согласие отозвано/).waitFor()
  await keeping.accessible('what waits for whoever answers for data')
  await picture(page, 'retention-tasks')
  await page.getByRole('button', { name: 'Держать дальше: Жалоба № 4' }).first().click()
  const keep = page.getByRole('dialog', { name: 'Держать запись дальше' })
  await keep.getByLabel('Пересмотреть').fill(new Date(nowMs + 30 * DAY).toISOString().slice(0, 10))
  await keep.getByRole('button', { name: 'Держать дальше' }).click()
  await page.getByRole('heading', { name: 'Пора пересмотреть' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Проверить и выдать: Белова Анна Игоревна' }).click()
  const release = page.getByRole('dialog', { name: 'Выдать архив' })
  await release.getByText('Запись закрыта: её только хранят').waitFor()
  await keeping.accessible('handing an archive out')
  await picture(page, 'archive-release')
  await release.getByRole('button', { name: 'Выдать' }).click()
  await release.waitFor({ state: 'detached' })
  await page.setViewportSize(phone)
  await fits(keeping)
  await picture(page, 'retention-tasks-phone')

  await own.page.reload()
  const [file] = await Promise.all([
    own.page.waitForEvent('download'),
    own.page.getByRole('button', { name: 'Скачать архив' }).click(),
  ])
  await own.accessible('an archive that is ready')
  await picture(own.page, 'archive-ready-phone')
  const bytes = readFileSync(await file.path())
  const files = await readZip(bytesSource(bytes))
  const index = files.get('index.html')
  if (!index) throw new Error('no page in the archive')
  const html = bytes.subarray(index.from, index.from + index.size).toString()
  expect(html).toContain('Белова Анна Игоревна')
  expect([...files.keys()]).toContain('papers/01.pdf')
  const reading = await browser.newPage({ viewport: phone })
  await reading.setContent(html)
  await picture(reading, 'archive-index-phone')
  await reading.setViewportSize({ width: 1440, height: 900 })
  await picture(reading, 'archive-index')
  await reading.close()
  expect([...own.trouble, ...keeping.trouble]).toEqual([])
  for (const one of [own, keeping]) await one.close()
})

test('R4-5.13b an academic debt is listed, printed, and made good by a person', async () => {
  const visit = await visitAs(browser, server, teacher)
  const { page } = visit
  await page.goto('/debts')
  await page.getByText('Не сдана').waitFor()
  await visit.accessible('academic debts')
  await picture(page, 'debts')
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Справка (PDF): Лебедев Олег Юрьевич' }).click(),
  ])
  expect(
    readFileSync(await paper.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await page.getByRole('button', { name: 'Отметить сдачу: Лебедев Олег Юрьевич' }).click()
  const sheet = page.getByRole('dialog', { name: 'Задолженность сдана' })
  await sheet.getByLabel('Когда сдана').fill(new Date(nowMs).toISOString().slice(0, 10))
  await sheet.getByLabel('Как сдана').fill('Повторная аттестация, «хорошо»')
  await sheet.getByLabel('Документ').fill('Ведомость № 12')
  await sheet.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Повторная аттестация, «хорошо»; Ведомость № 12').waitFor()
  await page.setViewportSize(phone)
  await fits(visit)
  await picture(page, 'debts-phone')
  expect(visit.trouble).toEqual([])
  await visit.close()
})
