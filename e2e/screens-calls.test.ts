// A call between two real pages: it rings, is answered, both hear each other over a line that loses every tenth packet, it outlives
// a cut of the network to the server, and the proctor's voice stands in the examinee's record.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConduct } from '@ochno/contract/conduct'
import { unpackIndex } from '@ochno/contract/index-columns'
import { openView, readTimeline } from '@ochno/contract/watch'
import { concat } from '@ochno/evidence/bytes'
import { KIND, readHeader } from '@ochno/evidence/record'
import { type FaultProxy, faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtWeb } from './built-web.ts'
import { type LossyRelay, lossyRelay } from './lossy-relay.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs } from './screens-stand.ts'

const RATE = 48_000
/** What each side says: a sound of its own that comes and goes, as speech does. */
const PROCTOR_HZ = 1_000
const EXAMINEE_HZ = 440
const long = { timeout: 60_000 }

let folder: string
let web: string
let server: TestServer
/** Between the examinee's page and the server; the talk itself does not go through it. */
let line: FaultProxy
/** Between the two pages. */
let relay: LossyRelay
let browsers: { readonly staff: Browser; readonly exam: Browser }
let proctor: TestPerson
let session: TestSession

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ochno-calls-'))
  web = await builtWeb('production')
  const port = await freePort()
  line = await faultProxy({ port })
  relay = lossyRelay(10)
  const origins = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${line.port}`]
  server = await bootServer({ config: { webDir: web, port, origins } })
  const [staff, exam] = await Promise.all([talker('proctor', PROCTOR_HZ), talker('examinee', EXAMINEE_HZ)])
  browsers = { staff, exam }
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  session = await server.running({
    exam: await server.exam({ title: 'Физика, 9 класс' }),
    proctors: [proctor],
    examinee: await server.person('examinee', { fullName: 'Белова Анна Игоревна' }),
  })
}, 180_000)

afterAll(async () => {
  await Promise.all([browsers?.staff.close(), browsers?.exam.close()])
  relay?.close()
  await line?.close()
  await server?.stop()
  for (const made of [web, folder]) if (made) rmSync(made, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** A browser whose microphone says one tone. */
function talker(name: string, hz: number): Promise<Browser> {
  const file = join(folder, `${name}.wav`)
  writeFileSync(file, wav(hz))
  return openBrowser(
    `--use-file-for-fake-audio-capture=${file}`,
    '--allow-loopback-in-peer-connection',
    '--autoplay-policy=no-user-gesture-required',
  )
}

/** Four seconds: 0.3 s of tone, 0.2 s of silence. */
function wav(hz: number): Buffer {
  const samples = Buffer.alloc(4 * RATE * 2)
  for (let at = 0; at < 4 * RATE; at++)
    if (at % (RATE / 2) < 0.3 * RATE)
      samples.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * hz * at) / RATE)), at * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

type Heard = { readonly received: number; readonly lost: number; readonly energy: number }

/** What this page got of the other side's sound, over all connections of the call. */
const heard = (page: Page): Promise<Heard> =>
  page.evaluate(async () => {
    const sum = { received: 0, lost: 0, energy: 0 }
    for (const link of (globalThis as unknown as { ochnoLinks: RTCPeerConnection[] }).ochnoLinks)
      for (const one of (await link.getStats()).values())
        if (one.type === 'inbound-rtp' && one.kind === 'audio') {
          sum.received += one.packetsReceived
          sum.lost += one.packetsLost
          sum.energy += one.totalAudioEnergy ?? 0
        }
    return sum
  })

/** What was recorded of one track, as one file. */
async function recorded(tid: 'cam' | 'call'): Promise<string> {
  const { recordings } = server.app.ingest
  const { length } = await recordings.index(server.id, session.id, tid)
  const parts: Uint8Array[] = []
  for await (const { header, payload } of recordings.read(server.id, session.id, tid, 0, length)) {
    const kind = readHeader(header)?.kind
    if (kind === KIND.init || kind === KIND.media) parts.push(payload)
  }
  const file = join(folder, `${tid}.webm`)
  writeFileSync(file, concat(...parts))
  return file
}

/** How many pictures of the proctor are in the record. */
async function recordedPictures(): Promise<number> {
  const raw = execFileSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-i',
      await recorded('call'),
      '-an',
      '-vf',
      'scale=8:6,format=gray',
      '-f',
      'rawvideo',
      '-',
    ],
    { maxBuffer: 1 << 28 },
  )
  return raw.length / 48
}

/** The recorded sound of the camera's track as samples. */
async function recordedSound(): Promise<Float32Array> {
  const file = await recorded('cam')
  const raw = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(RATE), '-f', 'f32le', '-'],
    { maxBuffer: 1 << 28 },
  )
  return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length))
}

/** How loud one tone is in each tenth of a second. */
function loudness(samples: Float32Array, hz: number): number[] {
  const step = RATE / 10
  return Array.from({ length: Math.floor(samples.length / step) }, (_, part) => {
    let [re, im] = [0, 0]
    for (let at = 0; at < step; at++) {
      const turn = (2 * Math.PI * hz * at) / RATE
      re += (samples[part * step + at] ?? 0) * Math.cos(turn)
      im += (samples[part * step + at] ?? 0) * Math.sin(turn)
    }
    return (2 * Math.hypot(re, im)) / step
  })
}

const calls = async () =>
  (await proctor.client.done(readConduct, { params: { sid: session.id }, query: {} })).standing.calls

test('R1-5.2a R3-5.2.1 TR-47 a proctor calls and both hear each other though a tenth is lost and the network to the server is cut; both voices and the proctor’s picture are in the record; a call declined and one not answered are on the record too', async () => {
  const exam = await visitAs(browsers.exam, { url: `http://127.0.0.1:${line.port}` }, session.examinee)
  await exam.context.grantPermissions(['camera', 'microphone'])
  await relay.between(exam.page)
  await exam.page.goto(`/exam/${session.id}`)
  await exam.page.getByRole('heading', { name: 'Проктор' }).waitFor()
  const staff = await visitAs(browsers.staff, server, proctor)
  await staff.context.grantPermissions(['camera', 'microphone'])
  await relay.between(staff.page)
  const { page } = staff
  await page.goto('/wall')
  await page.getByRole('button', { name: 'Написать: Белова Анна Игоревна' }).waitFor()

  await exam.page.getByRole('button', { name: 'Попросить позвонить' }).click()
  await exam.page.getByText('Вы попросили позвонить').waitFor()
  await page.getByRole('article').getByText('Просит позвонить').waitFor()
  await page.keyboard.press('c')
  const panel = page.getByRole('complementary', { name: 'Разговор: Белова Анна Игоревна' })
  await panel.getByRole('radio', { name: 'Проверить звук и связь' }).check()
  await staff.accessible('before a call')
  await picture(page, 'wall-call-form')
  await panel.getByRole('button', { name: 'Позвонить' }).last().click()
  const bar = page.getByRole('region', { name: 'Звонок: Белова Анна Игоревна' })
  await bar.getByText('Звоним').waitFor()

  const rings = exam.page.getByRole('alert').filter({ hasText: 'Вам звонит проктор Орлова Татьяна Юрьевна' })
  await rings.getByText('Причина: Проверить звук и связь').waitFor()
  await exam.accessible('a call that rings')
  await picture(exam.page, 'exam-call-rings')
  await exam.page.setViewportSize(phone)
  await fits(exam)
  await picture(exam.page, 'exam-call-rings-phone')
  await exam.page.setViewportSize(desktop)
  await rings.getByRole('button', { name: 'Ответить' }).click()

  await bar.getByText('Идёт разговор, записывается').waitFor()
  await exam.page.getByText('Разговор: проктор Орлова Татьяна Юрьевна').waitFor()
  for (const one of [page, exam.page])
    await vi.waitFor(async () => {
      const { received, lost, energy } = await heard(one)
      expect(received).toBeGreaterThan(150)
      expect(lost, 'the network of this test loses packets').toBeGreaterThan(5)
      expect(energy, 'sound, not silence').toBeGreaterThan(0.01)
    }, long)
  await staff.accessible('a call on the wall')
  await picture(page, 'wall-call')
  await page.setViewportSize(phone)
  await fits(staff)
  await picture(page, 'wall-call-phone')
  await page.setViewportSize(desktop)

  // The line to the server is gone; the talk goes from machine to machine and does not notice.
  line.set({ refuse: true })
  line.reset()
  const before = await heard(exam.page)
  await vi.waitFor(
    async () => expect((await heard(exam.page)).received).toBeGreaterThan(before.received + 100),
    long,
  )
  line.set({})
  await exam.page.getByLabel('Написать проктору').fill('Слышу хорошо')
  await exam.page.getByRole('button', { name: 'Отправить' }).click()
  await panel.getByText('Слышу хорошо').waitFor()
  expect((await calls()).map(({ end }) => end)).toEqual([null])

  await bar.getByRole('button', { name: 'Показать себя (записывается)' }).click()
  const shown = exam.page.getByLabel('Проктор', { exact: true })
  await vi.waitFor(
    async () =>
      expect(await shown.evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0),
    long,
  )
  await bar.getByLabel('Камера экзаменуемого в разговоре').waitFor()
  await exam.accessible('in a call')
  await picture(exam.page, 'exam-call')
  await picture(page, 'wall-call-camera')
  await exam.page.setViewportSize(phone)
  await fits(exam)
  await picture(exam.page, 'exam-call-phone')
  await exam.page.setViewportSize(desktop)
  await exam.page.getByRole('button', { name: 'Закончить разговор' }).click()
  await bar.getByText('Разговор закончен').waitFor()
  await exam.page.getByText('Продолжайте экзамен.').waitFor()

  await vi.waitFor(async () => {
    const sound = await recordedSound()
    const [theirs, own] = [PROCTOR_HZ, EXAMINEE_HZ].map((hz) => loudness(sound, hz)) as [number[], number[]]
    const talked = theirs.findIndex((level) => level > 0.02)
    expect(talked, 'the proctor was heard, and not before the call').toBeGreaterThan(5)
    expect(theirs.filter((level) => level > 0.02).length, 'tenths of a second').toBeGreaterThan(15)
    expect(
      own.slice(talked).filter((level) => level > 0.02).length,
      'the examinee at the same time',
    ).toBeGreaterThan(15)
  }, long)

  await vi.waitFor(
    async () => expect(await recordedPictures(), 'the proctor as shown').toBeGreaterThan(5),
    long,
  )
  const desk = await server.person('commission')
  const opened = await desk.client.done(openView, {
    params: { sid: session.id },
    body: { purpose: 'dishonesty_check', ground: 'Проверка разговора' },
  })
  const timeline = await desk.client.done(readTimeline, {
    params: { sid: session.id },
    query: { view: opened.view },
  })
  expect(
    timeline.tracks.find(({ tid }) => tid === 'call'),
    'no gaps before and after',
  ).toMatchObject({
    coverage: 1,
    gaps: [],
  })

  await bar.getByRole('button', { name: 'Закрыть' }).click()
  await panel.getByRole('radio', { name: 'Другая причина' }).check()
  await panel.getByLabel('Зачем вы звоните').fill('Уточнить вопрос о черновике')
  await panel.getByRole('button', { name: 'Позвонить' }).click()
  await exam.page.getByRole('alert').getByRole('button', { name: 'Не могу сейчас' }).click()
  await bar.getByText('Сейчас не может говорить').waitFor()
  await exam.page.getByText('Это не нарушение.').first().waitFor()
  await picture(page, 'wall-call-declined')

  await bar.getByRole('button', { name: 'Закрыть' }).click()
  await panel.getByRole('button', { name: 'Позвонить' }).click()
  await exam.page.getByRole('alert').getByRole('button', { name: 'Ответить' }).waitFor()
  await vi.waitFor(async () => expect((await calls()).at(-1)?.shown).toBe(true), long)
  await server.database.rewriteLog(
    `update conduct set facts = jsonb_set(facts, '{answerUntil}', to_jsonb('2026-01-01T00:00:00Z'::text))
     where session_id = $1 and kind = 'call' and seq = (select max(seq) from conduct where session_id = $1 and kind = 'call')`,
    [session.id],
  )
  await bar.getByText('Нет ответа').waitFor()
  expect((await calls()).map(({ end, answeredAt }) => [end, answeredAt !== null])).toEqual([
    ['hung_up', true],
    ['declined', false],
    ['missed', false],
  ])
  // Who looks at the recording sees the proctor where and while he was shown.
  const look = await visitAs(browsers.staff, server, desk)
  await look.page.goto(`/recordings/${session.id}`)
  await look.page.getByRole('radio').first().check()
  await look.page.getByRole('button', { name: 'Открыть запись' }).click()
  const caller = look.page.getByLabel('Камера проктора в разговоре')
  const track = timeline.tracks.find(({ tid }) => tid === 'call')
  const [first] = track ? unpackIndex(track.fragments) : []
  await look.page
    .getByRole('slider', { name: 'Место в записи' })
    .fill(String(Math.ceil((first?.atMs ?? 0) / 1_000) * 1_000))
  await vi.waitFor(
    async () =>
      expect(await caller.evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0),
    long,
  )
  await caller.waitFor()
  await look.accessible('a recording with a call')
  await picture(look.page, 'review-call')
  await look.page.setViewportSize(phone)
  await fits(look)
  await picture(look.page, 'review-call-phone')

  expect([...exam.trouble, ...staff.trouble, ...look.trouble]).toEqual([])
  await look.close()
  await exam.close()
  await staff.close()
})
