// The examinee's exam page on the real server with the real recorder: check, start, a lost network, a reload, the end.
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { type FaultProxy, faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import { bootServer, PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { checkMachine } from './check-machine.ts'
import { picture } from './pictures.ts'
import { openBrowser, phone, type Visit, visit } from './screens-stand.ts'

const TITLE = 'Алгебра, 8 класс: промежуточная аттестация'
const TASK = 'Решите уравнение x² − 5x + 6 = 0.\n\nОтветы загрузите сюда: https://lms.school.example/tasks/17'

let webDir: string
let server: TestServer
/** Between the browser and the server, and can be cut. */
let line: FaultProxy
let browser: Browser

beforeAll(async () => {
  webDir = await builtWeb('production')
  const port = await freePort()
  line = await faultProxy({ port })
  server = await bootServer({
    config: { webDir, port, origins: [`http://127.0.0.1:${port}`, `http://127.0.0.1:${line.port}`] },
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await server?.stop()
  if (webDir) rmSync(webDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function signIn(page: Page, person: TestPerson): Promise<void> {
  await page.getByLabel('Логин', { exact: true }).fill(person.login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
}

/** A new attempt of a new person, signed in on their home page. */
async function attempt(more: { opensAt?: string; closesAt?: string } = {}) {
  const exam = await server.exam({ title: TITLE, instructions: TASK, lengthMinutes: 45, ...more })
  const examinee = await server.person('examinee', { fullName: 'Берёзкин Лев Ильич' })
  const session = await server.session({ exam, examinee })
  const look = await visit(browser, `http://127.0.0.1:${line.port}`)
  await look.page.goto('/')
  await signIn(look.page, examinee)
  await look.page.getByText('Следующий шаг').waitFor()
  return { look, page: look.page, session, examinee }
}

async function start({ page }: { page: Page }): Promise<void> {
  await page.getByRole('link', { name: 'Перейти к экзамену' }).click()
  await checkMachine(page)
  await page.getByLabel('Понимаю, что будет записано').check()
}

const begin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Начать экзамен' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
}

const allSent = (page: Page): Promise<void> => page.getByText('Связь есть, всё отправлено').waitFor()

test('R1-4.1l R4-2.15 the exam page: next step, check, start, what is recorded, the time left, the end', async () => {
  const { look, page } = await attempt()
  await look.accessible('the examinee’s home')
  await picture(page, 'examinee-home')
  await page.getByRole('link', { name: 'Перейти к экзамену' }).click()
  await page.getByRole('heading', { name: TITLE }).waitFor()
  expect(await page.getByRole('button', { name: 'Начать экзамен' }).isDisabled()).toBe(true)
  expect(await page.getByText('Решите уравнение').count(), 'T-07: no task before the start').toBe(0)
  await look.accessible('the check before it ran')
  await page.goBack()

  await start({ page })
  await look.accessible('the check passed')
  await picture(page, 'exam-check')
  await begin(page)
  await page.getByText('Решите уравнение').waitFor()
  const task = page.getByRole('link', { name: 'Открыть задание' })
  expect(await task.getAttribute('href')).toBe('https://lms.school.example/tasks/17')
  expect(await task.getAttribute('target'), 'beside the page that records').toBe('_blank')
  await allSent(page)

  const timer = page.getByRole('timer')
  const shown = async (): Promise<number> => {
    const [minutes = 0, seconds = 0] = ((await timer.textContent()) ?? '').split(':').map(Number)
    return minutes * 60 + seconds
  }
  const first = await shown()
  expect(first).toBeGreaterThan(40 * 60)
  expect(first).toBeLessThanOrEqual(45 * 60)
  await expect.poll(shown, { timeout: 20_000 }).toBeLessThan(first)

  const devices = page.getByRole('region', { name: 'Запись' }).getByRole('listitem')
  for (const device of ['Камера', 'Микрофон', 'Экран'])
    expect(await devices.filter({ hasText: device }).first().textContent()).toContain('пишется')
  await look.accessible('the exam room')
  await picture(page, 'exam-room')

  await page.getByRole('button', { name: 'Помощь' }).click()
  await page.getByText('Работайте дальше').waitFor()
  await look.accessible('help')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Завершить экзамен' }).click()
  await page.getByText('Вернуться к заданию будет нельзя').waitFor()
  await look.accessible('asking before the end')
  await page.getByRole('button', { name: 'Завершить', exact: true }).click()
  await page.getByText('Запись принята полностью').first().waitFor()
  await look.accessible('the exam is over')
  expect(look.trouble, 'B-02 and P-42 through the whole exam').toEqual([])
  await look.close()
})

test('a lost network is told calmly, the record waits on the disk and leaves when the network is back', async () => {
  const { look, page } = await attempt()
  await start({ page })
  await begin(page)
  await allSent(page)
  line.set({ refuse: true })
  line.reset()
  await page.getByText('Связь прервалась').waitFor()
  await page.getByText('ничего не потеряно').waitFor()
  await page.getByText(/Ждёт отправки: \d+ с/).waitFor()
  expect(await page.getByText('Идёт запись', { exact: true }).count(), 'the recording goes on').toBe(1)
  await look.accessible('the exam room without a network')
  await picture(page, 'exam-offline')

  await page.getByRole('button', { name: 'Завершить экзамен' }).click()
  await page.getByRole('button', { name: 'Завершить', exact: true }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  line.set({})
  await page.getByText('Запись принята полностью').first().waitFor({ timeout: 60_000 })
  await look.close()
})

test('a reload goes on by itself; the screen is asked for with one button; a second tab is told where to look', async () => {
  const { look, page } = await attempt()
  await start({ page })
  await begin(page)
  await allSent(page)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByText('Показ экрана остановлен').waitFor()
  await look.accessible('the exam room after a reload')
  await page.getByRole('button', { name: 'Показать экран снова' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await allSent(page)

  const second = await look.context.newPage()
  await second.goto(page.url())
  await second.getByText('Экзамен уже открыт в другой вкладке').first().waitFor()
  await second.close()
  expect(look.trouble).toEqual([])
  await look.close()
})

test('a proctor’s stop ends the exam on the page, and the record arrives whole', async () => {
  const { look, page, session } = await attempt()
  await start({ page })
  await begin(page)
  await allSent(page)
  const stopped = await session.proctors[0]?.client.raw('POST', `/api/sessions/${session.id}/stop`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'Проверка остановки' }),
  })
  expect(stopped?.status).toBe(200)
  await page.getByText('Запись принята полностью').first().waitFor({ timeout: 60_000 })
  await page.getByText('Экзамен остановил проктор').waitFor()
  await look.accessible('stopped by the proctor')
  await look.close()
})

test('a phone is told clearly that the exam needs a computer, and nothing starts', async () => {
  const exam = await server.exam({ title: TITLE })
  const examinee = await server.person('examinee')
  const session = await server.session({ exam, examinee })
  const look: Visit = await visit(browser, `http://127.0.0.1:${line.port}`, {
    viewport: phone,
    isMobile: true,
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
  })
  await look.page.goto(`/exam/${session.id}`)
  await signIn(look.page, examinee)
  await look.page.getByText('Экзамен сдают с компьютера').waitFor()
  await look.accessible('an examinee on a phone')
  await picture(look.page, 'exam-on-a-phone')
  expect(
    await look.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(look.trouble).toEqual([])
  await look.close()
})

test('before the window the page counts down to it and lets one check; after it, it says who decides', async () => {
  const in20 = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const exam = await server.exam({ title: TITLE, opensAt: in20(20), closesAt: in20(80) })
  const examinee = await server.person('examinee')
  const session = await server.session({ exam, examinee })
  const look = await visit(browser, `http://127.0.0.1:${line.port}`)
  await look.page.goto(`/exam/${session.id}`)
  await signIn(look.page, examinee)
  await look.page.getByText(/До начала: 1?\d:\d\d/).waitFor()
  expect(await look.page.getByRole('button', { name: 'Начать экзамен' }).isDisabled()).toBe(true)
  expect(await look.page.getByRole('button', { name: 'Начать проверку' }).isEnabled()).toBe(true)
  await look.accessible('before the window')
  await look.close()
})

test('B-03 other pages have no right to the camera even when it was granted', async () => {
  const look = await visit(browser, `http://127.0.0.1:${line.port}`)
  await look.context.grantPermissions(['camera', 'microphone'])
  await look.page.goto('/sign-in')
  const name = await look.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: DOMException) => error.name,
    ),
  )
  expect(name).toBe('NotAllowedError')
  await look.close()
})
