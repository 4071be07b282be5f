// A whole exam in Firefox: what the machine notices stands at its seconds on the proctor's wall and in the review,
// and what the exam or the examinee's conditions permit is kept, said and costs nothing.
// Firefox can not play a file as a camera, so its lens is drawn; microphone, recorder, networks and server are the product's own.
import { existsSync, rmSync } from 'node:fs'
import { submitSession } from '@ochno/contract/sessions'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import puppeteer, { type Browser as Firefox, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DrawnCamera } from '../packages/detect/tests/drawn/camera-page.ts'
import type { Scene } from '../packages/detect/tests/drawn/scene.ts'
import { drawnCameraScript } from '../packages/detect/tests/support/drawn-camera.ts'
import { builtWeb } from './built-web.ts'
import {
  expectCosts,
  expectOnReview,
  expectPermitted,
  noticed,
  stored,
  type WatchedExam,
  watchedExam,
} from './detection-exam.ts'
import { picture } from './pictures.ts'
import { openWholeBrowser, visitAs } from './screens-stand.ts'

const firefoxPath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
/** Each is shown until what it is there for has been noticed. */
const scenes = [
  {},
  { second: { x: 540, y: 150, size: 0.45 } },
  { present: false },
  {},
  { pitch: -32, down: 1 },
  {},
] as const satisfies readonly Partial<Scene>[]
const [SECOND, EMPTY, BENT] = [1, 2, 4] as const

let server: TestServer
let web: string
let firefox: Firefox
let watched: WatchedExam

beforeAll(async () => {
  if (!existsSync(firefoxPath)) return
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  watched = await watchedExam(server)
  firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
    },
  })
}, 180_000)

afterAll(async () => {
  await firefox?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

async function takesExam(trouble: string[]): Promise<Page> {
  const { session } = watched
  const page = await firefox.newPage()
  page.on('pageerror', (error) => trouble.push(String(error)))
  const base = server.url.replace('localhost', '127.0.0.1')
  const [name, value] = session.examinee.client.cookie.split('=') as [string, string]
  await firefox.setCookie({
    name,
    value,
    domain: '127.0.0.1',
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
  })
  await page.evaluateOnNewDocument(await drawnCameraScript(scenes))
  await page.goto(`${base}/exam/${session.id}`)
  return page
}

type Played = { readonly drawnCamera: DrawnCamera }
const next = (page: Page) => page.evaluate(() => (globalThis as unknown as Played).drawnCamera.next())
const began = (page: Page) => page.evaluate(() => [...(globalThis as unknown as Played).drawnCamera.began])

test.runIf(existsSync(firefoxPath))(
  'R4-4.5.2b R4-4.5.2c R1-6.2f R1-6.6b R0-2.5a.2 an exam in Firefox: hints at their seconds on the wall and in the review; the rules of the exam permit the draft, the examinee’s conditions the helper, and both cost nothing',
  async () => {
    const { proctor, session } = watched
    const trouble: string[] = []
    const page = await takesExam(trouble)
    await vi.waitFor(async () => expect((await stored(watched)).machine?.detector).toContain('BlazeFace'), {
      timeout: 60_000,
      interval: 500,
    })
    expect((await stored(watched)).machine?.tellsMonitors).toBe(false)
    const chromium = await openWholeBrowser()
    try {
      const wall = await visitAs(chromium, server, proctor)
      await wall.page.goto('/wall')
      const strip = wall.page.getByRole('region', { name: 'Подсказки' })
      await strip.waitFor()
      await next(page)
      const helper = await noticed(watched, 'outsider_in_frame')
      await next(page)
      await strip.getByText(/покид/i).first().waitFor({ timeout: 60_000 })
      await wall.page
        .getByRole('article')
        .getByText(/^Подсказка: /)
        .first()
        .waitFor()
      await next(page)
      const gone = await noticed(watched, 'left_camera_view', ({ ongoing }) => !ongoing)
      await next(page)
      const bent = await noticed(watched, 'gaze_off_screen')
      await next(page)
      const at = await began(page)
      for (const [hint, scene] of [
        [helper, SECOND],
        [gone, EMPTY],
        [bent, BENT],
      ] as const) {
        expect(hint.fromMs, hint.code).toBeGreaterThan((at[scene] as number) - 500)
        expect(hint.fromMs, hint.code).toBeLessThan(at[scene + 1] as number)
      }
      expectPermitted({ gone, helper, bent })
      expect(await strip.getByText(helper.wording).count(), 'what is permitted calls nobody').toBe(0)
      await picture(wall.page, 'detection-firefox-wall')

      await session.examinee.client.done(submitSession, { params: { sid: session.id } })
      await expectCosts(watched, { gone, helper, bent })
      await expectOnReview(watched, wall, { gone, helper, bent })
      await picture(wall.page, 'detection-firefox-review')
      expect(wall.trouble).toEqual([])
    } finally {
      await chromium.close()
    }
    expect(trouble).toEqual([])
  },
)
