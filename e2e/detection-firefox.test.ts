// A whole exam in Firefox: what the machine notices stands at its seconds on the proctor's wall and in the review.
// Firefox can not play a file as a camera, so its lens is drawn; microphone, recorder, networks and server are the product's own.
import { existsSync, rmSync } from 'node:fs'
import { type HintView, readHints } from '@ochno/contract/hints'
import { askReview, listReviews } from '@ochno/contract/review'
import { submitSession } from '@ochno/contract/sessions'
import { readTimeline } from '@ochno/contract/watch'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import puppeteer, { type Browser as Firefox, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DrawnCamera } from '../packages/detect/tests/drawn/camera-page.ts'
import type { Scene } from '../packages/detect/tests/drawn/scene.ts'
import { drawnCameraScript } from '../packages/detect/tests/support/drawn-camera.ts'
import { clock } from '../packages/web/src/ui/clock.ts'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { openBrowser, visitAs } from './screens-stand.ts'

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
let proctor: TestPerson
let session: TestSession

beforeAll(async () => {
  if (!existsSync(firefoxPath)) return
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  await ownActInForce(server.admin.client, {
    'detect.face_absent_s': 2,
    'gaze.only_screen': true,
    'permissions.switches': 10,
  })
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  const card = { switches: [{ name: 'allow_drafts', limitSeconds: null }] } as const
  const exam = await examUnderAct(server.admin.client, card as never)
  session = await server.running({ exam, proctors: [proctor] })
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

const stored = () => proctor.client.done(readHints, { params: { sid: session.id } })

async function takesExam(trouble: string[]): Promise<Page> {
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

const noticed = (code: string, so: (hint: HintView) => boolean = () => true): Promise<HintView> =>
  vi.waitFor(
    async () => {
      const hint = (await stored()).hints.find((one) => one.code === code)
      if (!hint || !so(hint)) throw new Error(`${code} was not noticed`)
      return hint
    },
    { timeout: 60_000, interval: 500 },
  )

test.runIf(existsSync(firefoxPath))(
  'R4-4.5.2b R4-4.5.2c an exam in Firefox: hints at their seconds on the wall and in the review, a permitted look at the draft is shown as permitted by its id',
  async () => {
    const trouble: string[] = []
    const page = await takesExam(trouble)
    await vi.waitFor(async () => expect((await stored()).machine?.detector).toContain('BlazeFace'), {
      timeout: 60_000,
      interval: 500,
    })
    expect((await stored()).machine?.tellsMonitors).toBe(false)
    const chromium = await openBrowser()
    try {
      const wall = await visitAs(chromium, server, proctor)
      await wall.page.goto('/wall')
      const strip = wall.page.getByRole('region', { name: 'Подсказки' })
      await strip.waitFor()
      await next(page)
      await strip
        .getByText(/постороннего/)
        .first()
        .waitFor({ timeout: 60_000 })
      await wall.page
        .getByRole('article')
        .getByText(/^Подсказка: /)
        .first()
        .waitFor()
      const outsider = await noticed('outsider_in_frame')
      await next(page)
      await noticed('left_camera_view')
      await next(page)
      const gone = await noticed('left_camera_view', ({ ongoing }) => !ongoing)
      await next(page)
      const bent = await noticed('gaze_off_screen')
      await next(page)
      const at = await began(page)
      for (const [hint, scene] of [
        [outsider, SECOND],
        [gone, EMPTY],
        [bent, BENT],
      ] as const) {
        expect(hint.fromMs, hint.code).toBeGreaterThan((at[scene] as number) - 500)
        expect(hint.fromMs, hint.code).toBeLessThan(at[scene + 1] as number)
      }
      expect(bent).toMatchObject({ about: 'workplace', verdict: 'permitted', because: ['allow_drafts'] })
      expect([outsider.verdict, gone.verdict]).toEqual(['counts', 'counts'])
      await picture(wall.page, 'detection-firefox-wall')

      await session.examinee.client.done(submitSession, { params: { sid: session.id } })
      await server.admin.client.done(askReview, { body: { session: session.id } })
      const { rows } = await proctor.client.done(listReviews, {})
      const { zeroMs } = await proctor.client.done(readTimeline, { params: { sid: session.id } })
      await wall.page.goto(`/reviews/${rows[0]?.id}`)
      for (const hint of [outsider, gone])
        await wall.page
          .getByRole('button', { name: `${clock(hint.fromMs - zeroMs)} ${hint.wording}` })
          .first()
          .waitFor({ timeout: 40_000 })
      await picture(wall.page, 'detection-firefox-review')
      expect(wall.trouble).toEqual([])
    } finally {
      await chromium.close()
    }
    expect(trouble).toEqual([])
  },
)
