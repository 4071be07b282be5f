// The proctor's wall and the review, as people see them: live, back, live again, seek, speed, keys.
import { rmSync } from 'node:fs'
import { readConduct } from '@ochno/contract/conduct'
import { submitSession } from '@ochno/contract/sessions'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { type Publisher, publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, openBrowser, phone, visit } from './screens-stand.ts'

const NAMES = ['Белова Анна', 'Громов Илья', 'Ёлкина Софья', 'Жданов Тимур', 'Крылова Мария', 'Юсупов Артём']
const media = { cam: realWebm('cam', 12), screen: realWebm('screen', 12) }
let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let sessions: TestSession[]
let cameras: Publisher[]

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  proctor = await server.person('proctor', { fullName: 'Орлова Елена' })
  const exam = await server.exam({ title: 'Алгебра, 9 класс' })
  sessions = []
  for (const fullName of NAMES)
    sessions.push(
      await server.running({
        exam,
        proctors: [proctor],
        examinee: await server.person('examinee', { fullName }),
      }),
    )
  cameras = []
  for (const session of sessions)
    cameras.push(await publisher(server.url, session, media, { pastMs: 40_000 }))
  for (const camera of cameras) await camera.backlog(36)
  for (const camera of cameras) camera.live()
}, 180_000)

afterAll(async () => {
  for (const camera of cameras ?? []) camera.stop()
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

const base = () => server.url.replace('localhost', '127.0.0.1')
const tile = (page: Page, name: string) => page.getByRole('article', { name })
const playing = (page: Page, name: string, least: number) =>
  expect
    .poll(
      () =>
        tile(page, name)
          .locator('video')
          .evaluateAll((all) => all.map((v) => (v as HTMLVideoElement).currentTime)),
      {
        timeout: 30_000,
      },
    )
    .toSatisfy((times: number[]) => times.length === 2 && times.every((time) => time > least))

test('F-20 R4-3.5 R0-1.4g R1-2.3b R3-2.4 R4-2.07 R1-6.5e R3-6.7.4b R4-8.6.4b the wall shows screen and camera of six people as they are recorded, one of them at the captured size, goes back with one key and is live again', async () => {
  const { page, trouble, accessible, close } = await visit(browser, base(), {
    viewport: { width: 1600, height: 900 },
  })
  await signIn(page, proctor)
  await page.goto('/wall')
  for (const name of NAMES) await playing(page, name, 36)
  await expect.poll(() => page.getByText('Связь хорошая').count(), { timeout: 30_000 }).toBe(6)
  // Where a picture is, no words of a missing one look out beside it.
  await expect.poll(() => page.getByText(/Картинка загружается|не передаётся/).count()).toBe(0)
  await accessible('the wall')
  await picture(page, 'wall')

  const first = tile(page, NAMES[0] as string)
  await page.keyboard.press('1')
  await expect
    .poll(async () => (await first.locator('video').first().boundingBox())?.width ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(700)
  // R1-6.5e: each captured point is a point of the screen.
  await page.keyboard.press('z')
  await expect
    .poll(
      () =>
        first
          .locator('video')
          .last()
          .evaluate((camera: HTMLVideoElement) => camera.clientWidth - camera.videoWidth),
      { timeout: 30_000 },
    )
    .toBe(0)
  await page.keyboard.press('z')
  const times = () =>
    first.locator('video').evaluateAll((all) => all.map((v) => (v as HTMLVideoElement).currentTime))
  const [before = 0] = await times()
  await page.keyboard.press('ArrowLeft')
  await first.getByText(/Запись, 0:\d\d назад/).waitFor()
  await picture(page, 'wall-rewound')
  await expect.poll(async () => Math.max(...(await times())), { timeout: 20_000 }).toBeLessThan(before - 20)
  await expect
    .poll(
      async () => {
        const [one = 0, other = 9] = await times()
        return Math.abs(one - other)
      },
      { timeout: 20_000 },
    )
    .toBeLessThan(1)
  await accessible('one person rewound')
  // R1-3.3a: a mark is about what is on the screen, not about the last seconds.
  await page.keyboard.press('f')
  const talk = page.getByRole('complementary', { name: `Разговор: ${NAMES[0]}` })
  const when = talk.getByRole('combobox', { name: 'Когда' })
  await expect.poll(() => when.inputValue(), { timeout: 30_000 }).toMatch(/^Момент записи .+, ±\s10\sс$/)
  await talk.getByRole('combobox', { name: 'Нарушение' }).fill('гаджет')
  await page.getByRole('option').first().click()
  await picture(page, 'wall-rewound-mark')
  await talk.getByRole('button', { name: 'Отметить' }).click()
  const marks = async () => {
    const params = { sid: sessions[0]?.id as TestSession['id'] }
    const { rows } = await proctor.client.done(readConduct, { params, query: {} })
    return rows.flatMap(({ at, entry }) =>
      entry.kind === 'mark' ? [Date.parse(at) - Date.parse(entry.to)] : [],
    )
  }
  await expect.poll(async () => (await marks()).length, { timeout: 20_000 }).toBe(1)
  const [ago = 0] = await marks()
  expect(ago, 'milliseconds before the mark was made').toBeGreaterThan(5_000)
  await talk.getByRole('button', { name: 'Закрыть' }).click()
  await page.keyboard.press('ArrowRight')
  await playing(page, NAMES[0] as string, 38)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await accessible('keys of the wall')
  await page.keyboard.press('Escape')
  // Of whom nothing comes any more is marked, and the others go on.
  cameras[5]?.stop()
  const dead = page.locator('article[data-dead]')
  await tile(page, NAMES[5] as string)
    .getByText(/^Нет связи \d+\sс/)
    .waitFor({ timeout: 30_000 })
  await expect
    .poll(() => dead.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), {
      timeout: 30_000,
    })
    .toEqual([NAMES[5]])
  await picture(page, 'wall-dead')
  expect(trouble).toEqual([])
  await close()
})

test('P-28 a wall of twelve says of each small tile how loud it is, without listening to anybody, and blurs whoever is not large', async () => {
  const many = await server.person('proctor', { fullName: 'Двенадцатова Ольга' })
  const exam = await server.exam({ title: 'Химия, 9 класс' })
  for (let no = 7; no <= 12; no++)
    await server.running({
      exam,
      proctors: [many],
      examinee: await server.person('examinee', { fullName: `Ученик ${no}` }),
    })
  await server.database.owner(
    'insert into assignment (tenant_id, session_id, proctor_id, assigned_at) select $1, unnest($2::text[]), $3, now()',
    [server.id, sessions.map(({ id }) => id), many.id],
  )
  const { page, trouble, accessible, close } = await visit(browser, base(), { viewport: desktop })
  await signIn(page, many)
  await page.goto('/wall')
  await page.getByRole('article').nth(11).waitFor()
  await tile(page, NAMES[0] as string)
    .getByRole('img', { name: /^Громкость микрофона: (слышно|громко)$/ })
    .waitFor()
  await tile(page, 'Ученик 7').getByRole('img', { name: 'Громкость микрофона: нет звука' }).waitFor()
  expect(
    await page.locator('video').evaluateAll((all) => all.every((one) => (one as HTMLVideoElement).muted)),
    'nobody is listened to',
  ).toBe(true)
  // The camera lies in a corner of the screen and takes less than a quarter of it.
  const [screen, camera] = await tile(page, NAMES[0] as string)
    .locator('video')
    .evaluateAll((all) => all.map((one) => one.clientWidth * one.clientHeight))
  expect((camera ?? 0) * 4).toBeLessThan(screen ?? 0)
  await accessible('a wall of twelve')
  await picture(page, 'wall-12')
  await page.getByRole('button', { name: 'Размыть' }).click()
  const blurred = () =>
    page
      .getByRole('article')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.querySelectorAll('video')].every((video) =>
            getComputedStyle(video).filter.startsWith('blur('),
          ),
        ),
      )
  await expect.poll(blurred, { timeout: 20_000 }).toEqual(Array(12).fill(true))
  await picture(page, 'wall-12-blurred')
  await page.keyboard.press('1')
  await expect.poll(blurred, { timeout: 20_000 }).toEqual([false, ...Array(11).fill(true)])
  await accessible('a blurred wall with one large')
  await picture(page, 'wall-12-large')
  // The choice is of this machine and outlives a reload; S gives the pictures back.
  await page.reload()
  await page.getByRole('button', { name: 'Размыть', pressed: true }).waitFor()
  await page.getByRole('article').nth(11).waitFor()
  await page.keyboard.press('s')
  await expect.poll(blurred, { timeout: 20_000 }).toEqual(Array(12).fill(false))
  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'wall-12-phone')
  expect(trouble).toEqual([])
  await close()
})

test('the wall fits a phone', async () => {
  const { page, trouble, accessible, close } = await visit(browser, base(), {
    viewport: phone,
    isMobile: true,
  })
  await signIn(page, proctor)
  await page.goto('/wall')
  await playing(page, NAMES[0] as string, 36)
  await accessible('the wall on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'wall-phone')
  expect(trouble).toEqual([])
  await close()
})

test('R1-7.2c R1-2.2b the commission names a purpose, sees both pictures, seeks, speeds up, and its name lies over them', async () => {
  const session = sessions[1] as TestSession
  const camera = cameras[1] as Publisher
  const { examinee } = session
  await camera.end()
  await examinee.client.done(submitSession, { params: { sid: session.id } })
  const commission = await server.person('commission', { fullName: 'Соколов Пётр' })
  const { page, trouble, accessible, close } = await visit(browser, base(), { viewport: desktop })
  await signIn(page, commission)
  await page.goto('/recordings')
  await page.getByRole('link', { name: `Открыть запись: ${NAMES[1]}` }).waitFor()
  await accessible('recordings')
  await picture(page, 'recordings')
  await page.getByRole('link', { name: `Открыть запись: ${NAMES[1]}` }).click()
  await page.getByText('Для чего открыть запись?').waitFor()
  expect(await page.locator('video').count()).toBe(0)
  await accessible('purpose')
  await page.getByRole('radio', { name: 'Рассмотрение апелляции' }).check()
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  const times = () =>
    page.locator('video').evaluateAll((all) => all.map((v) => (v as HTMLVideoElement).currentTime))
  await page.getByRole('button', { name: 'Смотреть' }).waitFor()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(times, { timeout: 30_000 })
    .toSatisfy((all: number[]) => all.every((at) => at > 9 && at < 11))
  await page.getByLabel('Скорость').selectOption('4')
  await page.getByRole('button', { name: 'Смотреть' }).click()
  await expect.poll(times, { timeout: 30_000 }).toSatisfy((all: number[]) => all.every((at) => at > 20))
  await expect
    .poll(
      async () => {
        const [screen = 0, cam = 9] = await times()
        return Math.abs(screen - cam)
      },
      { timeout: 20_000 },
    )
    .toBeLessThan(1)
  expect(await page.getByText('Соколов Пётр ·').count()).toBe(6)
  await page.keyboard.press('k')
  await page.getByText('Прямой показ').first().waitFor()
  await accessible('review')
  await picture(page, 'review')
  expect(trouble).toEqual([])
  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await picture(page, 'review-phone')
  await close()
})
