// What the examinee's browser notices stands on the proctor's wall, is answered with one key, and makes a score that says why.
import { rmSync } from 'node:fs'
import { readHints } from '@ochno/contract/hints'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, type Visit, visitAs } from './screens-stand.ts'

let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let session: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  await ownActInForce(server.admin.client, {
    'detect.noise_s': 5,
    'permissions.switches': 10,
  })
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  const card = { switches: [{ name: 'allow_voices', limitSeconds: null }] } as const
  const exam = await examUnderAct(server.admin.client, card as never, { title: 'Физика, 9 класс' })
  session = await server.running({
    exam,
    proctors: [proctor],
    examinee: await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' }),
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const stored = async () => (await proctor.client.done(readHints, { params: { sid: session.id } })).hints

async function bothWidths(here: Visit, name: string) {
  await here.accessible(name)
  await picture(here.page, name)
  await here.page.setViewportSize(phone)
  await fits(here)
  await picture(here.page, `${name}-phone`)
  await here.page.setViewportSize(desktop)
}

test('R0-2.5a.1 R0-1.4e a picture taken of the task stands on the wall, is answered with one key, and the score says what it cost', async () => {
  const pupil = await visitAs(browser, server, session.examinee)
  await pupil.page.goto(`/watched/${session.id}`)
  await pupil.page.getByRole('heading', { name: 'Как это устроено' }).waitFor()
  await pupil.page.getByText('Сегодня разрешено').first().waitFor()
  await bothWidths(pupil, 'hints-watched')

  await pupil.context.grantPermissions(['camera', 'microphone'])
  await pupil.page.goto(`/exam/${session.id}`)
  await pupil.page.getByRole('heading', { name: 'Проктор' }).waitFor()
  // The screen was not shared: this page watches by the rules of the exam now.
  await vi.waitFor(
    async () => expect((await stored()).map(({ code }) => code)).toContain('screen_video_missing'),
    { timeout: 20_000 },
  )

  const staff = await visitAs(browser, server, proctor)
  const { page } = staff
  await page.goto('/wall')
  const strip = page.getByRole('region', { name: 'Подсказки' })
  await strip.waitFor()
  await pupil.page.keyboard.press('PrintScreen')
  const noticed = strip.getByText(/делать скриншот/)
  await noticed.waitFor()
  await page
    .getByRole('article')
    .getByText(/^Подсказка: /)
    .waitFor()
  await bothWidths(staff, 'hints-wall')

  // A mark that is made of a hint is about the stretch of the hint, however long ago it was.
  await strip.getByRole('button', { name: 'Сделать отметку' }).first().click()
  const talk = page.getByRole('complementary', { name: /^Разговор: / })
  expect(await talk.getByRole('combobox', { name: 'Когда' }).inputValue()).toMatch(/^Как в подсказке: /)
  await picture(page, 'hints-wall-mark')
  await talk.getByRole('button', { name: 'Закрыть' }).click()

  // One key answers the newest; the camera of the test may have brought something newer meanwhile.
  await vi.waitFor(
    async () => {
      await page.keyboard.press('KeyA')
      expect((await stored()).find(({ code }) => code === 'task_screenshot')).toMatchObject({
        state: 'answered',
      })
    },
    { timeout: 20_000, interval: 500 },
  )
  await noticed.waitFor({ state: 'detached' })

  // The camera of the test, by the name Chromium gives it; the page tells once it knows whether it can watch.
  const told = () => proctor.client.done(readHints, { params: { sid: session.id } })
  await vi.waitFor(async () => expect((await told()).machine?.camera).toBe('fake_device_0'), {
    timeout: 30_000,
    interval: 500,
  })
  await page.goto(`/trust/${session.id}`)
  await page.getByRole('heading', { name: 'Из чего она состоит' }).waitFor()
  await page.getByText(/отсутствие видео с экрана/).waitFor()
  await page.getByText('fake_device_0').waitFor()
  await bothWidths(staff, 'hints-trust')

  const office = await visitAs(browser, server, server.admin)
  await office.page.goto(`/exams/${session.exam}`)
  await office.page.getByRole('link', { name: 'Оценка доверия' }).click()
  await office.page.getByLabel('Первыми, если ниже').fill('99')
  await office.page.getByLabel('Потом, если ниже').fill('100')
  await office.page.getByRole('button', { name: 'Примерить на прошлых' }).click()
  await office.page.getByText('Посмотреть первыми: было 0, стало бы 1').waitFor()
  await bothWidths(office, 'hints-weights')
  await office.page.getByRole('button', { name: 'Сохранить новую версию' }).click()
  await office.page.getByRole('heading', { name: 'Версия «own-1»' }).waitFor()

  for (const here of [pupil, staff, office]) {
    expect(here.trouble).toEqual([])
    await here.close()
  }
})
