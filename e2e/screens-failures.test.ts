// SM-17 on the screen: the teacher sees what failed and what the act permits, gives a new date and offers another attempt; the examinee answers from a phone.
import { rmSync } from 'node:fs'
import { sayToExaminee } from '@ochno/contract/conduct'
import { listFailures } from '@ochno/contract/failures'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'

let web: string
let server: TestServer
let browser: Browser
let teacher: TestPerson
let exam: TestSession['exam']
let long: TestSession
let short: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  teacher = await server.person('teacher', { fullName: 'Жуков Павел Андреевич' })
  await ownActInForce(server.admin.client, {
    'tech_failure.min_minutes': 15,
    'tech_failure.postpone_by': 'Преподаватель вправе',
    'tech_failure.retake': 'По согласованию с преподавателем',
    'tech_failure.notice_channels': ['site', 'account', 'email'],
  })
  exam = await examUnderAct(server.admin.client, {}, { title: 'Электробезопасность, группа ЭБ-26-1' })
  long = await taker('Ким Алина Робертовна')
  short = await taker('Константинопольская-Задунайская Александра Вячеславовна')
  await broke(long, 18, 'Пропала связь')
  await broke(short, 4, 'Отключился свет')
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const taker = async (fullName: string) =>
  server.running({ exam, examinee: await server.person('examinee', { fullName }) })

/** The proctor stopped the clock so many minutes ago. */
async function broke(session: TestSession, minutes: number, reason: string) {
  const { client } = session.proctors[0] as TestPerson
  await client.done(sayToExaminee, {
    params: { sid: session.id },
    body: { kind: 'pause', cause: 'failure', reason } as never,
  })
  await server.database.rewriteLog(
    `update conduct set at = at - make_interval(mins => $2) where session_id = $1 and facts->>'cause' = 'failure'`,
    [session.id, minutes],
  )
}
const states = async () =>
  Object.fromEntries(
    (await teacher.client.done(listFailures, { params: { eid: exam } })).rows.map((row) => [
      row.examinee.name,
      row.state,
    ]),
  )

test('R4-5.12a R4-5.12c SM-17 the teacher postpones after the act’s minutes, sees the words before they go out, and the new date stands', async () => {
  const here = await visitAs(browser, server, teacher, { viewport: desktop })
  const { page } = here
  await page.goto(`/exams/${exam}`)
  const card = page.getByRole('heading', { name: 'Технический сбой' })
  await card.waitFor()
  await page.getByText('Сбой у 2 человек; ждут решения: 2').waitFor()
  await card.scrollIntoViewIfNeeded()
  await picture(page, 'failure-on-exam')
  await page.getByRole('link', { name: 'Открыть', exact: true }).click()
  await page.getByText('если сбой длился 15 минут или больше (п. 3.7)').waitFor()
  await page.getByText('Перенос закрыт: сбой короче срока').waitFor()
  await here.accessible('the failures of an exam')
  await fits(here)
  await picture(page, 'failures')

  const postpone = page.getByRole('button', { name: 'Перенести на другую дату' })
  expect(await postpone.count(), 'only where the act permits it').toBe(1)
  await postpone.click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Причина').fill('Связь не восстановилась')
  await sheet.getByLabel('официальный сайт').check()
  await sheet.getByText('Причина переноса: Связь не восстановилась').waitFor()
  await sheet.getByText('из-за технического сбоя назначена дополнительная дата').waitFor()
  await here.accessible('postponing')
  await picture(page, 'failure-postpone')
  await sheet.getByRole('button', { name: 'Перенести', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByText('Решение: Жуков Павел Андреевич').waitFor()
  await page.getByText('сайт – ещё не размещено').waitFor()
  await page.getByText('Перенесено', { exact: true }).waitFor()
  await picture(page, 'failure-postponed')
  expect(await states()).toMatchObject({ 'Ким Алина Робертовна': 'postponed' })
  expect(here.trouble).toEqual([])
  await here.close()

  const examinee = await visitAs(browser, server, long.examinee, { viewport: phone, isMobile: true })
  await examinee.page.goto('/')
  await examinee.page.getByText('Прерванная попытка не считается несдачей').waitFor()
  await examinee.page.getByText('Пояснение преподавателя: Связь не восстановилась').waitFor()
  await picture(examinee.page, 'failure-own-phone')
  await examinee.close()
})

test('R4-4.7 TR-20 another attempt is offered on a phone after a short failure; the examinee agrees on the own page', async () => {
  const here = await visitAs(browser, server, teacher, { viewport: phone, isMobile: true })
  const { page } = here
  await page.goto(`/exams/${exam}/failures`)
  const offer = page.getByRole('button', { name: 'Предложить пройти повторно' })
  await offer.waitFor()
  await fits(here)
  await here.accessible('the failures on a phone')
  await picture(page, 'failures-phone')
  await offer.click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Причина').fill('Свет дали слишком поздно')
  await sheet.getByText('Пояснение: Свет дали слишком поздно').waitFor()
  await here.accessible('offering on a phone')
  await picture(page, 'failure-offer-phone')
  await sheet.getByRole('button', { name: 'Предложить', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByText('Ждёт ответа обучающегося', { exact: true }).waitFor()
  expect(here.trouble).toEqual([])
  await here.close()

  const examinee = await visitAs(browser, server, short.examinee, { viewport: phone, isMobile: true })
  await examinee.page.goto('/')
  const agree = examinee.page.getByRole('button', { name: 'Согласен', exact: true })
  await agree.waitFor()
  await examinee.accessible('an offer on a phone')
  await fits(examinee)
  await picture(examinee.page, 'failure-offered-phone')
  await agree.click()
  await examinee.page.getByText('Вы согласились.').waitFor()
  await picture(examinee.page, 'failure-agreed-phone')
  expect(Object.values(await states()).sort()).toEqual(['agreed', 'postponed'])
  expect(examinee.trouble).toEqual([])
  await examinee.close()
})
