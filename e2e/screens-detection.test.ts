// A real exam in a browser whose camera plays a clip: what the machine notices reaches the proctor, and the recording goes on.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHints } from '@ochno/contract/hints'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { openBrowser, visitAs } from './screens-stand.ts'

const media = process.env.OCHNO_MEDIA ?? join(import.meta.dirname, '../../shared/media')
let server: TestServer
let web: string
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ochno-camera-'))
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  await ownActInForce(server.admin.client, { 'detect.face_absent_s': 2, 'gaze.only_screen': true })
}, 180_000)

afterAll(async () => {
  await server?.stop()
  for (const one of [web, folder]) if (one) rmSync(one, { recursive: true, force: true })
})

/** A shelf, a wall and the noise of a camera, and nobody in it. */
function emptyRoom(): string {
  const [width, height, frames] = [640, 480, 20]
  let state = 7
  const chance = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff - 0.5
  }
  const grey = Buffer.alloc((width * height) / 2, 128)
  const frame = () =>
    Buffer.from(
      Uint8Array.from({ length: width * height }, (_, i) => {
        const [x, y] = [i % width, Math.floor(i / width)]
        return 120 + 50 * Math.sin(x / 37) * Math.cos(y / 53) + (y % 96 < 6 ? -50 : 0) + chance() * 24
      }),
    )
  const path = join(folder, 'room.y4m')
  writeFileSync(
    path,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`),
      ...Array.from({ length: frames }, () => [Buffer.from('FRAME\n'), frame(), grey]).flat(),
    ]),
  )
  return path
}

/** Two seconds of one person, then four with another behind. Chromium plays thirty such pictures a second. */
function secondPerson(): string {
  const clip = join(media, 'clips/second_A')
  const labels = JSON.parse(readFileSync(join(clip, 'labels.json'), 'utf8')) as { faces: number }[]
  const pictures = readdirSync(clip)
    .filter((name) => name.endsWith('.jpg'))
    .sort()
    .map((name) => readFileSync(join(clip, name)))
  const showing = (faces: number, many: number) =>
    pictures.filter((_, i) => labels[i]?.faces === faces).slice(0, many)
  const path = join(folder, 'second.mjpeg')
  const shown = [...showing(1, 4), ...showing(2, 8)]
  writeFileSync(path, Buffer.concat(shown.flatMap((one) => Array.from({ length: 15 }, () => one))))
  return path
}

type Story = { readonly session: TestSession; readonly proctor: TestPerson }

async function examBefore(camera: string, story: (story: Story) => Promise<void>): Promise<void> {
  const proctor = await server.person('proctor')
  const session = await server.running({ exam: await examUnderAct(server.admin.client), proctors: [proctor] })
  const browser = await openBrowser(`--use-file-for-fake-video-capture=${camera}`)
  try {
    const exam = await visitAs(browser, server, session.examinee)
    await exam.context.grantPermissions(['camera', 'microphone'])
    await exam.context.addInitScript(() => {
      const devices = navigator.mediaDevices
      const ask = devices.getUserMedia.bind(devices)
      const counted = globalThis as unknown as { asked: number }
      counted.asked = 0
      devices.getUserMedia = (wish) => {
        counted.asked++
        return ask(wish)
      }
    })
    await exam.page.goto(`/exam/${session.id}`)
    await exam.page.getByRole('heading', { name: 'Проктор' }).waitFor()
    await story({ session, proctor })
    expect(
      await exam.page.evaluate(() => (globalThis as unknown as { asked: number }).asked),
      'the camera is opened once, for the recording',
    ).toBe(1)
    expect(exam.trouble).toEqual([])
  } finally {
    await browser.close()
  }
}

async function hinted(
  { session, proctor }: Story,
  code: ViolationCode,
): Promise<Awaited<ReturnType<typeof read>>> {
  const read_ = () => read(proctor, session)
  await vi.waitFor(
    async () => expect((await read_()).hints.map((hint) => hint.code as string)).toContain(code),
    { timeout: 90_000, interval: 500 },
  )
  return read_()
}
const read = (proctor: TestPerson, session: TestSession) =>
  proctor.client.done(readHints, { params: { sid: session.id } })

test('R4-4.5.2b R1-6.5b an empty chair is a hint with its place in the recording and no verdict, seen by a camera that is opened once, under the strict policy', async () => {
  await examBefore(emptyRoom(), async (story) => {
    const before = Date.now()
    const { hints, machine, means } = await hinted(story, 'left_camera_view')
    const hint = hints.find(({ code }) => code === 'left_camera_view')
    expect(hint).toMatchObject({ state: 'open', answer: null, rule: 'left_camera_view' })
    expect(hint?.fromMs).toBeGreaterThan(before - 60_000)
    expect(hint?.toMs).toBeGreaterThanOrEqual((hint?.fromMs ?? 0) + 2_000)
    expect(hints.map(({ code }) => code)).not.toContain('outsider_in_frame')
    expect(machine?.detector).toContain('BlazeFace')
    expect(means.length).toBeGreaterThan(0)
  })
})

test.skipIf(!existsSync(media))(
  'R4-4.5.2c R3-6.4.2 a second face in the picture is a hint within seconds, and the examinee in view is none',
  async () => {
    await examBefore(secondPerson(), async (story) => {
      const { hints } = await hinted(story, 'outsider_in_frame')
      expect(hints.map(({ code }) => code)).not.toContain('left_camera_view')
      expect(hints.map(({ code }) => code)).not.toContain('camera_view_obstructed')
    })
  },
)

if (!existsSync(media))
  console.warn(`SKIPPED: no labelled clips at ${media}; a second face is not tried in a real exam`)
