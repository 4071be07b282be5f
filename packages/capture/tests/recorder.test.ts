// The published library in a real Chromium with fake devices, against a server that speaks docs/spec/ingest.md.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KIND } from '@ochno/evidence/record'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { events, gaps, longestPause, media, pictureTimes } from './support/blocks.ts'
import { builtLibrary, type Chromium, chromium, finish, page, record, state } from './support/browser.ts'
import { brokenChain, type IngestServer, ingestServer } from './support/ingest-server.ts'

let server: IngestServer
let chrome: Chromium
const tabs: Page[] = []
const open = async () => {
  const tab = await chrome.open(server.url)
  tabs.push(tab)
  return tab
}
beforeAll(async () => {
  server = await ingestServer({ '/': page }, await builtLibrary())
  chrome = await chromium()
}, 120_000)
afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.close().catch(() => {})
  Object.assign(server.faults, { refuseWs: false, silentAcks: false, badSignature: false, nak: null })
})
afterAll(async () => {
  await chrome?.close()
  await server?.close()
})

const fragments = (sid: string, tid: 'cam' | 'screen') => media(server.sessions.get(sid)?.get(tid))
const recorded = (sid: string, tid: 'cam' | 'screen', count: number) =>
  server.until(() => fragments(sid, tid).length >= count)
async function expectWhole(sid: string) {
  for (const tid of ['cam', 'screen', 'events'] as const) {
    expect(await brokenChain(sid, tid, server.track(sid, tid))).toBeNull()
    if (server.track(sid, tid).records.length)
      expect(server.track(sid, tid).records.at(-1)?.parsed.kind).toBe(KIND.end)
  }
}

function ffprobe(bytes: Uint8Array): string {
  const dir = mkdtempSync(join(tmpdir(), 'capture-probe-'))
  try {
    writeFileSync(join(dir, 'a'), bytes)
    return execFileSync('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name',
      '-of',
      'csv=p=0',
      join(dir, 'a'),
    ]).toString()
  } finally {
    rmSync(dir, { recursive: true })
  }
}

describe('recorder in Chromium', () => {
  test('R3-2.2a R4-2.06 ING-4 ING-5 ING-12 camera, microphone and screen arrive as parts, seal, verify, play and leave nothing behind', async () => {
    const tab = await open()
    await record(tab, 'ses_plain')
    await Promise.all([recorded('ses_plain', 'cam', 4), recorded('ses_plain', 'screen', 2)])
    expect(await state(tab)).toMatchObject({ phase: 'recording', lane: 'ws', level: 0, warnings: [] })
    const receipts = await finish(tab)
    expect(Object.keys(receipts).sort()).toEqual(['cam', 'events', 'screen'])
    await expectWhole('ses_plain')
    for (const tid of ['cam', 'screen'] as const) {
      const { viaParts, wholes, records } = server.track('ses_plain', tid)
      // The very first may have begun before the lane was open.
      expect(wholes).toBeLessThanOrEqual(1)
      expect(viaParts).toBe(fragments('ses_plain', tid).length - wholes)
      expect(viaParts).toBeGreaterThan(0)
      expect(records[0]?.parsed.kind).toBe(KIND.init)
      expect(fragments('ses_plain', tid).every((r) => r.parsed.flags & 1)).toBe(true)
    }
    const cam = server.track('ses_plain', 'cam').records
    expect(ffprobe(Buffer.concat(cam.map((r) => r.payload)))).toBe('vp9\nopus\n')
    const left = await tab.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const home = await root.getDirectoryHandle('ochno')
      const names: string[] = []
      for await (const name of home.keys()) names.push(name)
      return names
    })
    expect(left).toEqual(['device'])
  })

  test('R1-4.1j the microphone is asked for without automatic gain', async () => {
    const tab = await open()
    await record(tab, 'ses_gain', { screen: false })
    await server.until(
      () => events(server.sessions.get('ses_gain')?.get('events') ?? ({ records: [] } as never)).length > 0,
    )
    const devices = events(server.track('ses_gain', 'events')).find((event) => event.type === 'devices')
    expect(JSON.stringify(devices)).toContain('"autoGainControl":false')
  })

  test("no frame is lost while the page's thread is blocked for three seconds, nor while the tab is hidden", async () => {
    const tab = await open()
    await record(tab, 'ses_block', { screen: false })
    await recorded('ses_block', 'cam', 1)
    await tab.evaluate(() => {
      const end = performance.now() + 3000
      while (performance.now() < end);
    })
    const count = fragments('ses_block', 'cam').length
    const other = await chrome.browser.newPage()
    await other.bringToFront()
    expect(await tab.evaluate(() => document.hidden)).toBe(true)
    await recorded('ses_block', 'cam', count + 3)
    await other.close()
    await finish(tab)
    const times = pictureTimes(server.track('ses_block', 'cam'), 1)
    expect(times.length).toBeGreaterThan(100)
    // A busy machine delays a frame or two; what the page's thread holds up would be three seconds. The bench counts strictly.
    expect(longestPause(times)).toBeLessThan(1_000)
    expect((await state(tab)).tracks.cam?.dropped ?? 0).toBe(0)
    expect(
      events(server.track('ses_block', 'events')).some(
        (event) => event.type === 'visibility' && event.hidden,
      ),
    ).toBe(true)
  })

  test('a camera pulled out and put back: sound goes on, then a new epoch with picture, and the hole is written down', async () => {
    const tab = await open()
    await record(tab, 'ses_unplug', { screen: false })
    await recorded('ses_unplug', 'cam', 1)
    await tab.evaluate(() => {
      const [track] = window.recorder.preview()?.getVideoTracks() ?? []
      track?.stop()
      track?.dispatchEvent(new Event('ended'))
    })
    expect((await state(tab)).camera).toBe('lost')
    await server.until(() => fragments('ses_unplug', 'cam').some((r) => (r.parsed.flags & 12) === 4))
    await server.until(() =>
      fragments('ses_unplug', 'cam').some((r) => (r.parsed.flags & 8) !== 0 && r.parsed.epoch >= 3),
    )
    expect((await state(tab)).camera).toBe('live')
    await finish(tab)
    await expectWhole('ses_unplug')
    expect(gaps(server.track('ses_unplug', 'cam'))).toMatchObject([{ type: 'device_lost', device: 'camera' }])
    for (const epoch of [1, 2, 3])
      expect(
        server
          .track('ses_unplug', 'cam')
          .records.find((r) => r.parsed.epoch === epoch && r.parsed.kind !== KIND.gap)?.parsed.kind,
      ).toBe(KIND.init)
  })

  test('a screen share that is ended and given again: a GAP, a new epoch, and the camera never notices', async () => {
    const tab = await open()
    await record(tab, 'ses_share')
    await Promise.all([recorded('ses_share', 'cam', 1), recorded('ses_share', 'screen', 1)])
    await tab.evaluate(() => {
      // The browser's own bar fires this; a page's stop() does not.
      for (const track of window.shared?.getTracks() ?? []) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
    expect((await state(tab)).screen).toBe('lost')
    const before = fragments('ses_share', 'cam').length
    await recorded('ses_share', 'cam', before + 2)
    await tab.evaluate(() => window.recorder.shareScreen())
    await server.until(() => fragments('ses_share', 'screen').some((r) => r.parsed.epoch === 2))
    await finish(tab)
    await expectWhole('ses_share')
    expect(gaps(server.track('ses_share', 'screen'))).toMatchObject([{ type: 'share_ended' }])
    expect(new Set(fragments('ses_share', 'cam').map((r) => r.parsed.epoch))).toEqual(new Set([1]))
  })

  test('ING-13 ING-14 where WebSocket is blocked everything goes by HTTP', async () => {
    server.faults.refuseWs = true
    const tab = await open()
    await record(tab, 'ses_http')
    await recorded('ses_http', 'cam', 3)
    expect((await state(tab)).lane).toBe('http')
    await finish(tab)
    await expectWhole('ses_http')
  })

  test('ING-12 a receipt with a false signature deletes nothing', async () => {
    server.faults.badSignature = true
    const tab = await open()
    await record(tab, 'ses_false', { screen: false })
    await recorded('ses_false', 'cam', 2)
    const { warnings, backlog } = await state(tab)
    expect(warnings).toContain('receipt_invalid')
    expect(backlog.records).toBeGreaterThanOrEqual(server.track('ses_false', 'cam').records.length)
  })

  test('ING-12 refused for its parts or its checksum, a fragment comes again whole', async () => {
    const tab = await open()
    server.faults.nak = { why: 'parts', times: 2 }
    await record(tab, 'ses_nak', { screen: false })
    await recorded('ses_nak', 'cam', 2)
    server.faults.nak = { why: 'checksum', times: 2 }
    await recorded('ses_nak', 'cam', 4)
    await finish(tab)
    await expectWhole('ses_nak')
    expect(server.track('ses_nak', 'cam').wholes).toBeGreaterThanOrEqual(2)
  })

  test('ING-3 asked twice to begin, as by a press and by the server’s word at once, one worker records', async () => {
    const tab = await open()
    await record(tab, 'ses_twice', { screen: false, starts: 2 })
    // A second worker would wait six seconds for the first and then say that another tab records.
    await recorded('ses_twice', 'cam', 6)
    expect(await state(tab)).toMatchObject({ phase: 'recording', reason: null })
    expect(Object.keys(await finish(tab)).sort()).toEqual(['cam', 'events'])
    await expectWhole('ses_twice')
  })

  test('a second tab of the same session says so and records nothing', async () => {
    const tab = await open()
    await record(tab, 'ses_two', { screen: false })
    await recorded('ses_two', 'cam', 1)
    const second = await open()
    await record(second, 'ses_two', { screen: false })
    await second.waitForFunction(() => window.recorder.getState().reason !== null)
    expect(await state(second)).toMatchObject({ phase: 'failed', reason: 'second_tab' })
    await finish(tab)
    await expectWhole('ses_two')
  })

  test('storage that runs short is said early; when it is full the record goes on, with a GAP for what did not fit', async () => {
    const tab = await open()
    const devtools = await tab.createCDPSession()
    const quota = (quotaSize?: number) =>
      devtools.send('Storage.overrideQuotaForOrigin', {
        origin: server.url,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      })
    await quota(20 * 2 ** 20)
    await record(tab, 'ses_full')
    await tab.waitForFunction(() => window.recorder.getState().warnings.includes('storage_low'))
    await recorded('ses_full', 'cam', 1)
    // Nothing is confirmed any more, so nothing leaves the disk, and the disk ends.
    server.faults.silentAcks = true
    await quota(1)
    await tab.waitForFunction(() => window.recorder.getState().warnings.includes('storage_full'), {
      timeout: 90_000,
    })
    server.faults.silentAcks = false
    await quota()
    server.cut()
    await server.until(() => gaps(server.track('ses_full', 'cam')).some((gap) => gap.type === 'storage_lost'))
    await finish(tab)
    await expectWhole('ses_full')
  }, 180_000)

  test('without a track processor (Firefox) the page grabs pictures and a worklet sound, through the same worker', async () => {
    const tab = await open()
    await record(tab, 'ses_grab', { path: { feed: 'grab', format: 'webm_vp9' } })
    await Promise.all([recorded('ses_grab', 'cam', 3), recorded('ses_grab', 'screen', 1)])
    await finish(tab)
    await expectWhole('ses_grab')
    const cam = server.track('ses_grab', 'cam').records
    expect(ffprobe(Buffer.concat(cam.filter((r) => r.parsed.epoch === 1).map((r) => r.payload)))).toBe(
      'vp9\nopus\n',
    )
    expect(pictureTimes(server.track('ses_grab', 'cam'), 1).length).toBeGreaterThan(40)
  })

  test('a browser that encodes H264 only (Safari) makes MP4 fragments of about a second', async () => {
    const tab = await open()
    await record(tab, 'ses_mp4', { path: { feed: 'stream', format: 'mp4_avc' }, screen: false })
    await recorded('ses_mp4', 'cam', 4)
    await finish(tab)
    await expectWhole('ses_mp4')
    const cam = server.track('ses_mp4', 'cam').records
    expect(ffprobe(Buffer.concat(cam.map((r) => r.payload)))).toBe('h264\nopus\n')
    expect(
      fragments('ses_mp4', 'cam')
        .slice(0, 3)
        .every((r) => r.parsed.dur > 0.5 && r.parsed.dur < 2.5),
    ).toBe(true)
  })

  for (const [name, path] of [
    [
      'WebM',
      { feed: 'chunks', container: 'webm', format: 'webm_vp8', mimeType: 'video/webm;codecs=vp8,opus' },
    ],
    [
      'MP4',
      { feed: 'chunks', container: 'mp4', format: 'mp4_avc', mimeType: 'video/mp4;codecs=avc1.42E01E,opus' },
    ],
  ] as const)
    test(`last resort: MediaRecorder's ${name} is cut into head and fragments and plays`, async () => {
      const sid = `ses_chunks_${path.container}`
      const tab = await open()
      await record(tab, sid, { path, screen: false })
      await recorded(sid, 'cam', 2)
      await finish(tab)
      await expectWhole(sid)
      expect(ffprobe(Buffer.concat(server.track(sid, 'cam').records.map((r) => r.payload)))).toContain('opus')
    })

  test('R1-5.2a a voice from a call stands in the record in the other ways of recording too, from when it begins', async () => {
    const ways = [
      { feed: 'grab', format: 'webm_vp9' },
      { feed: 'chunks', container: 'webm', format: 'webm_vp8', mimeType: 'video/webm;codecs=vp8,opus' },
    ] as const
    const calling = async (path: (typeof ways)[number]) => {
      const sid = `ses_voice_${path.feed}`
      const tab = await open()
      await record(tab, sid, { path, screen: false })
      await recorded(sid, 'cam', 2)
      await tab.evaluate((hz) => {
        const context = new AudioContext()
        const [tone, quiet, out] = [
          context.createOscillator(),
          context.createGain(),
          context.createMediaStreamDestination(),
        ]
        tone.frequency.value = hz
        quiet.gain.value = 0.4
        tone.connect(quiet).connect(out)
        tone.start()
        window.recorder.addVoice(out.stream.getAudioTracks()[0] ?? null)
      }, TONE_HZ)
      await recorded(sid, 'cam', 5)
      await tab.evaluate(() => window.recorder.addVoice(null))
      await finish(tab)
      await expectWhole(sid)
      const { records } = server.track(sid, 'cam')
      const epochs = [...new Set(records.map((r) => r.parsed.epoch))].filter((epoch) => epoch > 0)
      const heard = epochs.flatMap((epoch) =>
        toneIn(
          Buffer.concat(
            records
              .filter(
                (r) =>
                  r.parsed.epoch === epoch && (r.parsed.kind === KIND.init || r.parsed.kind === KIND.media),
              )
              .map((r) => r.payload),
          ),
        ),
      )
      const from = heard.findIndex((level) => level > 0.1)
      expect(from, `${path.feed}: not before the call`).toBeGreaterThan(10)
      expect(heard.filter((level) => level > 0.1).length, `${path.feed}: tenths of a second`).toBeGreaterThan(
        10,
      )
    }
    // One after the other: the two at once would take a small machine's sound from each other.
    for (const way of ways) await calling(way)
  })
})

const TONE_HZ = 3_000

/** How loud that tone is in each tenth of a second of what was recorded. */
function toneIn(bytes: Uint8Array): number[] {
  const dir = mkdtempSync(join(tmpdir(), 'capture-tone-'))
  try {
    writeFileSync(join(dir, 'a'), bytes)
    const raw = execFileSync(
      'ffmpeg',
      ['-v', 'error', '-i', join(dir, 'a'), '-vn', '-ac', '1', '-ar', '48000', '-f', 'f32le', '-'],
      { maxBuffer: 1 << 26 },
    )
    const samples = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length))
    return Array.from({ length: Math.floor(samples.length / 4_800) }, (_, part) => {
      let [re, im] = [0, 0]
      for (let at = 0; at < 4_800; at++) {
        re += (samples[part * 4_800 + at] ?? 0) * Math.cos((2 * Math.PI * TONE_HZ * at) / 48_000)
        im += (samples[part * 4_800 + at] ?? 0) * Math.sin((2 * Math.PI * TONE_HZ * at) / 48_000)
      }
      return Math.hypot(re, im) / 2_400
    })
  } finally {
    rmSync(dir, { recursive: true })
  }
}
