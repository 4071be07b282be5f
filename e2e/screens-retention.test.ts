// A term is over: one person prepares the act, another destroys, and the page of the recording says so plainly.
import { readFileSync, rmSync } from 'node:fs'
import { submitSession } from '@ochno/contract/sessions'
import { signIn } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

// Time stands still unless the test moves it.
let nowMs = Date.now()
const clock = { ms: () => nowMs, now: () => fromMs(nowMs), mono: () => performance.now() }
const DAY = 24 * 3_600_000
let server: TestServer
let browser: Browser
let web: string
let dpo: TestPerson
let methodist: TestPerson
let commission: TestPerson
let first: TestSession
let second: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  const still = { close_recordings: async () => {}, finish_destructions: async () => {} }
  server = await bootServer({ clock, config: { webDir: web }, parts: [{ tasks: still }] })
  browser = await openBrowser()
  dpo = await server.person('dpo', { fullName: 'Ветрова Нина Олеговна' })
  methodist = await server.person('methodist', { fullName: 'Зимина Анна Сергеевна' })
  commission = await server.person('commission', { fullName: 'Соколов Пётр Ильич' })
  await ownActInForce(server.admin.client, { 'retention.until': 'months', 'retention.video_months': 1 })
  const exam = await examUnderAct(server.admin.client, {}, { title: 'Физика, 10 класс', nowMs })
  first = await over(exam, 'Белова Анна Игоревна')
  second = await over(exam, 'Константинопольский Александр Вячеславович')
  nowMs += 40 * DAY
  for (const session of [first, second]) await server.app.evidence.close(session.id)
  for (const { client, login, password } of [dpo, methodist, commission])
    await client.done(signIn, { body: { login, password } })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

async function over(exam: TestSession['exam'], fullName: string): Promise<TestSession> {
  const session = await server.running({ exam, examinee: await server.person('examinee', { fullName }) })
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  return session
}

test('SM-18 R1-9.3 P-23 one recording is held, another is destroyed by two people, and its page says when and by which act', async () => {
  const preparing = await visitAs(browser, server, dpo)
  const { page } = preparing
  await page.goto('/retention')
  await page.getByRole('checkbox', { name: /Белова/ }).check()
  await preparing.accessible('what falls due')
  await picture(page, 'retention-due')
  await page.getByRole('button', { name: 'Составить акт: 1 запись' }).click()
  const form = page.getByRole('dialog', { name: 'Акт об уничтожении' })
  await form.getByLabel('Основание').fill('Истёк срок хранения, пункт 3.7')
  await preparing.accessible('preparing an act')
  await form.getByRole('button', { name: 'Составить акт' }).click()
  await page.getByText('Подтверждает другой человек').waitFor()
  await page.getByRole('button', { name: /Удержать запись: Белова/ }).click()
  const hold = page.getByRole('dialog', { name: 'Удержать запись' })
  await hold.getByLabel('Причина').fill('Жалоба № 4')
  await hold.getByLabel('Пересмотреть').fill(new Date(nowMs + 30 * DAY).toISOString().slice(0, 10))
  await hold.getByRole('button', { name: 'Удержать' }).click()
  await page.getByText('Удержал(а) Ветрова Нина Олеговна').waitFor()
  await preparing.accessible('a hold')
  await picture(page, 'retention-held')

  const confirming = await visitAs(browser, server, methodist)
  await confirming.page.goto('/retention')
  const destroy = async () => {
    await confirming.page.getByRole('button', { name: 'Подтвердить и уничтожить записи по акту № 1' }).click()
    const ask = confirming.page.getByRole('dialog', { name: 'Уничтожить записи навсегда?' })
    await ask.getByRole('button', { name: 'Подтвердить и уничтожить' }).click()
    await ask.waitFor({ state: 'detached' })
  }
  await destroy()
  await confirming.page.getByText('Не все записи можно уничтожить').waitFor()

  await page.getByRole('button', { name: 'Снять удержание: Жалоба № 4' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Снять' }).click()
  await page.getByText('Удержал(а) Ветрова Нина Олеговна').waitFor({ state: 'detached' })
  await destroy()
  await confirming.page.getByRole('heading', { name: 'Уничтожены' }).waitFor()
  await confirming.accessible('what was destroyed')
  await picture(confirming.page, 'retention-destroyed')
  await confirming.page.setViewportSize(phone)
  await fits(confirming)
  await picture(confirming.page, 'retention-phone')
  const [file] = await Promise.all([
    confirming.page.waitForEvent('download'),
    confirming.page.getByRole('button', { name: 'Акт (PDF): № 1' }).click(),
  ])
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')

  const looking = await visitAs(browser, server, commission)
  await looking.page.goto(`/recordings/${first.id}`)
  await looking.page.getByText(/Запись уничтожена .* по акту № 1/).waitFor()
  await looking.accessible('the page of a destroyed recording')
  await picture(looking.page, 'recording-destroyed')
  await looking.page.goto(`/recordings/${second.id}`)
  await looking.page.getByRole('button', { name: 'Открыть запись' }).waitFor()
  expect([...preparing.trouble, ...confirming.trouble, ...looking.trouble]).toEqual([])
  for (const one of [preparing, confirming, looking]) await one.close()
})

test('R3-0f R4-1.4a how data are protected is written down and seen to lack nothing; every page names the operator', async () => {
  const visit = await visitAs(browser, server, dpo)
  const { page } = visit
  await page.goto('/protection')
  await page.getByText('Уровень защищённости ещё не записан').waitFor()
  await page.getByLabel('Документ, которым определён уровень').fill('акт № 3 от 01.09.2026')
  await page.getByLabel('Порядок доступа в помещения').fill('приказ № 4 от 01.09.2026')
  await page.getByLabel('Куда писать о своих данных').fill('data@school.example, кабинет 12')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сохранено').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Сохранность носителей' }).waitFor()
  await visit.accessible('protection of data')
  await picture(page, 'protection')
  await page.setViewportSize(phone)
  await fits(visit)
  await picture(page, 'protection-phone')
  const { client, login, password } = first.examinee
  await client.done(signIn, { body: { login, password } })
  const pupil = await visitAs(browser, server, first.examinee)
  await pupil.page.setViewportSize(phone)
  await pupil.page.goto('/')
  await pupil.page.getByRole('contentinfo').getByText('Оператор персональных данных').waitFor()
  await pupil.page.getByRole('link', { name: 'Зачем и сколько хранятся данные' }).click()
  await pupil.page.getByText('data@school.example, кабинет 12').waitFor()
  await pupil.page.getByText('зафиксировать нарушения на экзамене').waitFor()
  await pupil.page.getByText('152-ФЗ').waitFor()
  await pupil.page.getByText('Видео: 1 месяц со дня записи').waitFor()
  await pupil.accessible('about data')
  await fits(pupil)
  await picture(pupil.page, 'data-phone')
})
