// Evidence leaves the house: one asks, another allows, the first takes it, and it verifies offline; the examinee sees who looked.
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readKeys } from '@ochno/contract/evidence'
import { submitSession } from '@ochno/contract/sessions'
import { readMe } from '@ochno/contract/sign-in'
import { fromMs } from '@ochno/domain/time'
import {
  bootServer,
  PASSWORD,
  type TestPerson,
  type TestServer,
  type TestSession,
} from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, type Visit, visitAs } from './screens-stand.ts'

// The server's time stands still unless a test moves it, so what was recorded fills the window exactly.
const began = Date.now()
let aheadMs = 0
const ms = () => began + aheadMs
const clock = { ms, now: () => fromMs(ms()), mono: () => performance.now() }

let server: TestServer
let browser: Browser
let web: string
let session: TestSession
let chair: TestPerson
let officer: TestPerson
let absent: TestPerson
let keeper: TestPerson
let asking: Visit

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ clock, config: { webDir: web } })
  browser = await openBrowser()
  chair = await server.person('commission', { fullName: 'Соколов Пётр Ильич' })
  officer = await server.person('dpo', { fullName: 'Ветрова Нина Олеговна' })
  keeper = await server.person('dpo', { fullName: 'Журавлёва Ольга Ильинична' })
  absent = await server.person('dpo', { fullName: 'Тихонов Лев Андреевич' })
  session = await server.running({
    exam: await server.exam({ title: 'Алгебра, 9 класс' }),
    examinee: await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
  })
  const media = { cam: realWebm('cam', 8), screen: realWebm('screen', 8) }
  aheadMs += 6_000
  const camera = await publisher(server.url, session, media, { pastMs: 8_000 })
  await camera.backlog(8)
  await camera.end()
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  camera.stop()
  await server.app.evidence.close(session.id)
  await server.app.core.signJournal()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const arrive = (who: TestPerson) => visitAs(browser, server, who)

test('B-08 six minutes after the password the page asks for it again, refuses a wrong one, then does what was asked', async () => {
  asking = await arrive(chair)
  const { page } = asking
  await page.goto(`/recordings/${session.id}`)
  await page.getByRole('radio', { name: 'Рассмотрение апелляции' }).check()
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  await page.getByText('Выгрузок этой записи не было').waitFor()

  aheadMs += 6 * 60_000
  await page.getByRole('button', { name: 'Запросить выгрузку' }).click()
  const form = page.getByRole('dialog', { name: 'Запросить выгрузку' })
  await form.getByRole('radio', { name: 'Рассмотрение апелляции' }).check()
  await form.getByLabel('Основание').fill('Апелляция № 4 от 21.11.2026')
  await asking.accessible('asking for an export')
  await picture(page, 'export-asking')
  await form.getByRole('button', { name: 'Запросить выгрузку' }).click()

  const proof = page.getByRole('dialog', { name: 'Подтвердите, что это вы' })
  await proof.waitFor()
  // It lies over the form that waits for it: a click reaches it.
  await proof.getByText('Для этого действия нужен пароль').click()
  await asking.accessible('proving again')
  await picture(page, 'step-up')
  await proof.getByLabel('Пароль', { exact: true }).fill('не тот пароль')
  await proof.getByLabel('Пароль', { exact: true }).press('Enter')
  await proof.getByRole('alert').getByText('Логин или пароль не подходят').waitFor()
  await asking.accessible('proving again, refused')
  await page.setViewportSize(phone)
  await fits(asking)
  await picture(page, 'step-up-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  await proof.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await proof.getByLabel('Пароль', { exact: true }).press('Enter')
  await page.getByText('Запрос отправлен').waitFor()
  await page.getByText('Ждёт разрешения второго человека').waitFor()
  expect(await page.getByRole('button', { name: 'Разрешить' }).count(), 'one’s own asking').toBe(0)
})

test('T-11 another person, who may not see recordings, allows it on the page of exports', async () => {
  const granting = await arrive(officer)
  const { page } = granting
  await page.goto('/')
  await page.getByText('Выгрузки ждут разрешения').waitFor()
  await page.getByText('Белова Анна Игоревна').waitFor()
  await granting.accessible('home of who answers for personal data')
  await picture(page, 'dpo-home')
  await page.getByRole('navigation').getByRole('link', { name: 'Выгрузки' }).click()
  await page.getByRole('heading', { name: 'Выгрузки записей' }).waitFor()
  await page.getByText('Апелляция № 4 от 21.11.2026').waitFor()
  await granting.accessible('exports')
  await picture(page, 'exports')
  await page.setViewportSize(phone)
  await fits(granting)
  await granting.accessible('exports on a phone')
  await picture(page, 'exports-phone')
  await page.setViewportSize({ width: 1440, height: 900 })

  await page.getByRole('button', { name: 'Разрешить' }).click()
  await page.getByRole('dialog').getByText('Соколов Пётр Ильич сможет скачать').waitFor()
  await granting.accessible('granting')
  await page.getByRole('dialog').getByRole('button', { name: 'Разрешить' }).click()
  // The officer's password is six minutes old as well.
  const proof = page.getByRole('dialog', { name: 'Подтвердите, что это вы' })
  await proof.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await proof.getByRole('button', { name: 'Подтвердить' }).click()
  await page.getByText('Скачать может Соколов Пётр Ильич').waitFor()
  expect(await page.getByRole('button', { name: 'Скачать пакет' }).count(), 'another’s export').toBe(0)
  expect(granting.trouble).toEqual([])
  await granting.close()
})

test('E-08 the one who asked downloads the bundle, and the offline verifier finds it authentic', async () => {
  const { page } = asking
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: 'Скачать пакет' }).click({ timeout: 30_000 }),
  ])
  expect(download.suggestedFilename()).toBe(`${session.id}.zip`)
  const bundle = join(server.dataDir, 'taken.zip')
  const trusted = join(server.dataDir, 'trusted.json')
  await download.saveAs(bundle)
  await writeFile(trusted, JSON.stringify(await server.stranger().done(readKeys, {})))
  const verifier = fileURLToPath(new URL('../tools/verify.mjs', import.meta.url))
  const args = [verifier, bundle, '--trust', trusted]
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--json'])
  const report = JSON.parse(stdout)
  expect([report.verdict, report.problems]).toEqual(['valid', []])
  const words = await promisify(execFile)(process.execPath, args)
  expect(words.stdout).toContain('ПОДЛИННА И ПОЛНА')
  expect(asking.trouble).toEqual([])
  await asking.close()
})

test('P-26 the examinee sees that the commission looked, when and why, and no name', async () => {
  const own = await arrive(session.examinee)
  const { page } = own
  await page.goto(`/exam/${session.id}`)
  await page.getByRole('heading', { name: 'Кто смотрел вашу запись' }).waitFor()
  await page.getByRole('cell', { name: 'Член комиссии', exact: true }).waitFor()
  await page.getByRole('cell', { name: 'Рассмотрение апелляции' }).waitFor()
  expect(await page.locator('#root').textContent()).not.toContain('Соколов')
  await own.accessible('the end of an exam')
  await picture(page, 'exam-over')
  await page.setViewportSize(phone)
  await fits(own)
  await own.accessible('the end of an exam on a narrow screen')
  await picture(page, 'exam-over-phone')
  expect(own.trouble).toEqual([])
  await own.close()
})

test('E-05 the journal says in words who looked and what for, row by row, and gives its signature', async () => {
  const own = await arrive(keeper)
  const { page } = own
  await page.goto('/journal')
  const table = page.getByRole('table', { name: 'Журнал действий' })
  const looked = table.getByRole('row').filter({ hasText: 'Запись открыта для просмотра' })
  await looked.first().waitFor()
  expect(await looked.first().textContent()).toContain('Соколов Пётр Ильич')
  expect(await looked.first().textContent()).toContain('Рассмотрение апелляции')
  await own.accessible('the journal')
  await picture(page, 'journal')

  await looked.getByRole('button').first().click()
  await page.getByText(`Только действия над ${session.id}.`).waitFor()
  await table.getByText('Вход', { exact: true }).waitFor({ state: 'detached' })
  const downloads = table.getByRole('row').filter({ hasText: 'Выгрузка скачана' })
  await downloads.first().waitFor()
  expect(await downloads.count()).toBe(1)
  await page.setViewportSize(phone)
  await fits(own)
  await own.accessible('the journal of one recording on a narrow screen')
  await picture(page, 'journal-phone')

  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: 'Скачать подпись журнала' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('подпись-журнала.txt')
  expect(own.trouble).toEqual([])
  await own.close()
})

test('B-06 a page that polls warns whom it has not felt for long, goes on when touched, and ends at the sign-in', async () => {
  const here = await arrive(absent)
  const { page } = here
  await page.clock.install()
  await page.goto('/exports')
  await page.getByText('Апелляция № 4 от 21.11.2026').waitFor()
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute++) {
      aheadMs += 60_000
      await page.clock.runFor(60_000)
    }
  }
  await minutes(12)
  const warning = page.getByRole('alert').getByText('Вы здесь?')
  expect(await warning.count()).toBe(0)
  await minutes(2)
  await warning.waitFor()
  await here.accessible('a page nobody touches')
  await picture(page, 'idle')
  await page.setViewportSize(phone)
  await fits(here)
  await picture(page, 'idle-phone')
  // The page tells the server of the touch with its next look, in its own time: only then may the server's time go on.
  const told = page.waitForResponse((response) => new URL(response.url()).pathname === readMe.path)
  await page.mouse.move(100, 200)
  await warning.waitFor({ state: 'detached' })
  await page.clock.runFor(6_000)
  await told
  await minutes(3)
  expect(await warning.count()).toBe(0)
  await page.getByText('Апелляция № 4 от 21.11.2026').waitFor()
  await minutes(14)
  await page.getByRole('heading', { name: 'Вход' }).waitFor()
  expect(here.trouble).toEqual([])
  await here.close()
})
