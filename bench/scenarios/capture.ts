// The examinee's browser: what recording costs beside plain MediaRecorder of the same two streams, what it sends, what it
// loses while the page is blocked or hidden. Chromium's fake devices; ratios of one run.
import { longestPause, pictureTimes } from '../../packages/capture/tests/support/blocks.ts'
import { builtLibrary, chromium, finish, page, record } from '../../packages/capture/tests/support/browser.ts'
import { ingestServer } from '../../packages/capture/tests/support/ingest-server.ts'
import { faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import type { Page } from 'puppeteer-core'
import { cpuSeconds } from '../measure/cpu.ts'
import { type Figures, median, round, type Say } from '../scenario.ts'

const SECONDS = Number(process.env.OCHNO_BENCH_SECONDS ?? 12)
const ROUNDS = 3
const SETTLE_MS = 2_500
export const targets = { vs_mediarecorder: 1.3, uplink_kbps: 450, lost_frames_blocked: 0 }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The same devices and bitrates, by the browser's own recorder, which neither hashes, stores nor sends. */
function plainRecorder(tab: Page): Promise<void> {
  return tab.evaluate(async () => {
    const camera = await navigator.mediaDevices.getUserMedia({
      video: { width: 640, height: 480, frameRate: 15 },
      audio: true,
    })
    const screen = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: 5, width: { max: 1280 }, height: { max: 720 } },
    })
    for (const [stream, bits] of [
      [camera, 400_000],
      [screen, 300_000],
    ] as const) {
      const recorder = new MediaRecorder(stream, {
        mimeType: 'video/webm;codecs=vp9',
        videoBitsPerSecond: bits,
        audioBitsPerSecond: 32_000,
      })
      recorder.start(2_000)
    }
  })
}

export async function run(say: Say): Promise<Figures> {
  const server = await ingestServer({ '/': page }, await builtLibrary())
  const line = await faultProxy({ port: Number(new URL(server.url).port) })
  const chrome = await chromium()
  const pid = chrome.browser.process()?.pid ?? -1
  const plain: number[] = []
  const ours: number[] = []
  const uplink: number[] = []
  const measured = async (second?: () => void) => {
    const before = cpuSeconds(pid)
    for (let i = 0; i < SECONDS; i++) {
      await pause(1_000)
      second?.()
    }
    return (cpuSeconds(pid) - before) / SECONDS
  }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const first = await chrome.open(server.url)
      await plainRecorder(first)
      await pause(SETTLE_MS)
      plain.push(await measured())
      await first.close()

      const second = await chrome.open(`http://127.0.0.1:${line.port}`)
      await record(second, `ses_bench_${round}`)
      await pause(SETTLE_MS)
      let sent = line.passed().up
      ours.push(
        await measured(() => {
          const now = line.passed().up
          uplink.push(((now - sent) * 8) / 1000)
          sent = now
        }),
      )
      await finish(second)
      await second.close()
      say(
        `round ${round + 1}: MediaRecorder ${Math.round((plain.at(-1) ?? 0) * 100)} %, ours ${Math.round((ours.at(-1) ?? 0) * 100)} % of a core`,
      )
    }
    const lost = await lostWhileBlocked(chrome, server)
    return {
      vs_mediarecorder: round(median(ours) / median(plain)),
      uplink_kbps: round(median(uplink), 0),
      lost_frames_blocked: lost,
      cpu_pct: round(median(ours) * 100, 1),
      mediarecorder_cpu_pct: round(median(plain) * 100, 1),
    }
  } finally {
    await chrome.close()
    await line.close()
    await server.close()
  }
}

async function lostWhileBlocked(
  chrome: Awaited<ReturnType<typeof chromium>>,
  server: Awaited<ReturnType<typeof ingestServer>>,
): Promise<number> {
  const tab = await chrome.open(server.url)
  await record(tab, 'ses_bench_block', { screen: false })
  await server.until(() => server.sessions.get('ses_bench_block')?.get('cam')?.records.length === 2)
  await tab.evaluate(() => {
    const end = performance.now() + 3_000
    while (performance.now() < end);
  })
  const other = await chrome.browser.newPage()
  await other.bringToFront()
  await pause(4_000)
  await other.close()
  await finish(tab)
  await tab.close()
  const times = pictureTimes(server.track('ses_bench_block', 'cam'), 1)
  const period = 1000 / 15
  if (longestPause(times) < period * 1.8) return 0
  return times
    .slice(1)
    .reduce((lost, time, i) => lost + Math.max(0, Math.round((time - (times[i] ?? time)) / period) - 1), 0)
}
