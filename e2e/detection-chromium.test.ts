// A whole exam in Chromium before a camera that plays a film of known scenes: what the machine notices stands at its seconds on the
// proctor's wall and on the timeline of the review; what the exam or the examinee's conditions permit is kept, said and costs nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HintView } from '@ochno/contract/hints'
import { submitSession } from '@ochno/contract/sessions'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MARK_STEP, type Part, shadeOf } from '../packages/detect/tests/drawn/clip-page.ts'
import { drawnClip } from '../packages/detect/tests/support/drawn-camera.ts'
import { clock } from '../packages/web/src/ui/clock.ts'
import { builtWeb } from './built-web.ts'
import {
  expectCosts,
  expectOnReview,
  expectPermitted,
  noticed,
  type WatchedExam,
  watchedExam,
} from './detection-exam.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openWholeBrowser, phone, visitAs } from './screens-stand.ts'

const film: readonly Part[] = [
  { seconds: 5, scene: {} },
  { seconds: 4, scene: { second: { x: 540, y: 150, size: 0.45 } } },
  { seconds: 3, scene: {} },
  { seconds: 5, scene: { present: false } },
  { seconds: 3, scene: {} },
  { seconds: 5, scene: { pitch: -32, down: 1 } },
  { seconds: 2, scene: {} },
]
const [SECOND, EMPTY, BENT] = [1, 3, 5] as const

let server: TestServer
let web: string
let folder: string
let playing: Browser
let watched: WatchedExam

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ochno-film-'))
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  watched = await watchedExam(server)
  const drawing = await openWholeBrowser()
  const path = join(folder, 'exam.mjpeg')
  await drawnClip(await drawing.newPage(), film, path)
  await drawing.close()
  playing = await openWholeBrowser(`--use-file-for-fake-video-capture=${path}`)
}, 180_000)

afterAll(async () => {
  await playing?.close()
  await server?.stop()
  for (const one of [web, folder]) if (one) rmSync(one, { recursive: true, force: true })
})

type Shown = { readonly scene: number; readonly at: number }

/** The corner of the very picture the exam page got says which scene the camera shows. */
function tellsScenes(given: { readonly darkest: number; readonly step: number }): void {
  const devices = navigator.mediaDevices
  if (!devices) return
  const shown: Shown[] = []
  Object.assign(globalThis, { shownScenes: shown })
  const ask = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wish) => {
    const stream = await ask(wish)
    const [track] = stream.getVideoTracks()
    const corner = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!track || !corner) return stream
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = new MediaStream([track.clone()])
    void video.play()
    setInterval(() => {
      if (video.videoWidth === 0) return
      corner.drawImage(video, 4, 4, 12, 12, 0, 0, 1, 1)
      const scene = Math.round(((corner.getImageData(0, 0, 1, 1).data[0] ?? 0) - given.darkest) / given.step)
      if (shown.at(-1)?.scene !== scene) shown.push({ scene, at: performance.timeOrigin + performance.now() })
    }, 100)
    return stream
  }
}
const shownIn = (page: Page) =>
  page.evaluate(() => [...(globalThis as unknown as { readonly shownScenes: readonly Shown[] }).shownScenes])

/** A busy machine looks at a picture that is a little old; the calm scene after each is longer than that. */
const LATE_MS = 2_000

/** From the beginning of a showing of the scene to the beginning of the next scene. */
function expectWithin(hint: HintView, scene: number, shown: readonly Shown[]): void {
  const spans = shown.flatMap((one, i) =>
    one.scene === scene ? [[one.at, shown[i + 1]?.at ?? Infinity]] : [],
  )
  expect(
    spans.some(([from = 0, to = 0]) => hint.fromMs > from - 500 && hint.fromMs < to + LATE_MS),
    `${hint.code} at ${hint.fromMs}, shown ${JSON.stringify(spans)}`,
  ).toBe(true)
}

test('R4-4.5.2b R4-4.5.2c R1-6.2f R1-6.6b R0-2.5a.2 an exam in Chromium: hints at their seconds on the wall and in the review; the rules of the exam permit the draft, the examinee’s conditions the helper, and both cost nothing', async () => {
  const { proctor, session } = watched
  const exam = await visitAs(playing, server, session.examinee)
  await exam.context.grantPermissions(['camera', 'microphone'])
  await exam.context.addInitScript(tellsScenes, { darkest: shadeOf(0), step: MARK_STEP })
  await exam.page.goto(`/exam/${session.id}`)
  await exam.page.getByRole('heading', { name: 'Проктор' }).waitFor()

  const staff = await openWholeBrowser()
  try {
    const wall = await visitAs(staff, server, proctor)
    await wall.page.goto('/wall')
    const strip = wall.page.getByRole('region', { name: 'Подсказки' })
    await strip.getByText(/покид/i).first().waitFor({ timeout: 120_000 })
    const gone = await noticed(watched, 'left_camera_view', ({ ongoing }) => !ongoing)
    const helper = await noticed(watched, 'outsider_in_frame')
    const bent = await noticed(watched, 'gaze_off_screen')
    const shown = await shownIn(exam.page)
    for (const [hint, scene] of [
      [helper, SECOND],
      [gone, EMPTY],
      [bent, BENT],
    ] as const)
      expectWithin(hint, scene, shown)
    expectPermitted({ gone, helper, bent })
    expect(await strip.getByText(helper.wording).count(), 'what is permitted calls nobody').toBe(0)
    await wall.page.getByRole('article').first().click()
    await wall.page.keyboard.press('KeyC')
    const score = wall.page.getByRole('region', { name: 'Оценка доверия' })
    // An empty chair is three reasons by three clauses, so among the latest four both permitted ones stand for some seconds of each
    // round only; that both cost nothing is asked of the server below, and both are read on the page of the whole score.
    await score.getByText('Разрешено').first().waitFor()
    await score
      .getByRole('button', { name: new RegExp(`^Показать в записи: ${gone.wording}`) })
      .first()
      .waitFor()
    await picture(wall.page, 'detection-chromium-wall')

    await session.examinee.client.done(submitSession, { params: { sid: session.id } })
    await expectCosts(watched, { gone, helper, bent })
    const zeroMs = await expectOnReview(watched, wall, { gone, helper, bent })
    const at = clock(gone.fromMs - zeroMs)
    const reason = `Показать в записи: ${gone.wording}, ${at}`
    await wall.page.getByRole('button', { name: reason }).click()
    // Five seconds before what was noticed the recording goes on, with its hint chosen.
    const chosen = wall.page.locator('[aria-current]').filter({ hasText: at })
    await chosen.filter({ hasText: gone.wording }).waitFor()
    await wall.accessible('the desk with the score')
    await picture(wall.page, 'detection-chromium-review')
    await wall.page.setViewportSize(phone)
    await fits(wall)
    await picture(wall.page, 'detection-chromium-review-phone')
    await wall.page.setViewportSize(desktop)

    await wall.page.getByRole('link', { name: 'Вся оценка' }).click()
    await wall.page.getByRole('heading', { name: 'Из чего она состоит' }).waitFor()
    await wall.page.getByText('Разрешено').nth(1).waitFor()
    await wall.accessible('the trust score')
    await picture(wall.page, 'detection-chromium-trust')
    expect(wall.trouble).toEqual([])
  } finally {
    await staff.close()
  }
  expect(exam.trouble).toEqual([])
})
