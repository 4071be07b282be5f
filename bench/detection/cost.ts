// What looking costs beside recording, and what it does to the recording: with and without in one run, the same camera.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import {
  builtLibrary,
  chromium,
  finish,
  page as recorderPage,
  record,
  state,
} from '../../packages/capture/tests/support/browser.ts'
import { ingestServer } from '../../packages/capture/tests/support/ingest-server.ts'
import type { Looking } from '../../packages/detect/tests/support/look-page.ts'
import { buildEyes } from '../../packages/detect/tests/support/look.ts'
import { cpuSeconds } from '../measure/cpu.ts'
import { type Figures, median, round, type Say } from '../scenario.ts'
import type { LabelledClip } from './synthetic.ts'

/** Three turns of the people before the camera: the looks of ten seconds are many where somebody new came, and few where not. */
const SECONDS = Number(process.env.OCHNO_BENCH_SECONDS ?? 36)
const SETTLE_MS = 3_000
const ROUNDS = 2
const names = ['without', 'usual', 'low'] as const
const percent = (part: number) => (part * 100).toFixed(1)
type Eyed = { looking: Looking; eyes: ReturnType<Looking['openEyes']> | null; shares: number[] }

const page = `${recorderPage}
<script type=module>import '/lib/look.js'</script>`
const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A camera that shows the clip over and over: Chromium plays such a file at thirty pictures a second. */
function cameraFile(folder: string, clips: readonly LabelledClip[]): string {
  const path = join(folder, 'camera.mjpeg')
  const pictures = clips.flatMap(({ pictures }) => pictures.map((picture) => picture()))
  writeFileSync(path, Buffer.concat(pictures.flatMap((picture) => Array.from({ length: 15 }, () => picture))))
  return path
}

export const openTheEyes = (tab: Page) =>
  tab.evaluate(async () => {
    const it = window as unknown as Eyed
    const { port1, port2 } = new MessageChannel()
    window.recorder.tapCamera(port1)
    it.shares = []
    await new Promise<void>((resolve, reject) => {
      it.eyes = it.looking.openEyes({
        frames: port2,
        onSignals: () => {},
        onState: (now) => {
          if (now.is === 'watching' && now.things) resolve()
          if (now.is === 'cannot') reject(new Error(now.why))
        },
        onEffort: ({ share }) => it.shares.push(share),
      })
    })
  })

export const sharesOf = (tab: Page): Promise<readonly number[]> =>
  tab.evaluate(() => (window as unknown as Eyed).shares ?? [])

type Run = { readonly cpu: number; readonly busy: number; readonly fps: number; readonly dropped: number }

async function measured(pid: number, tab: Page): Promise<Run> {
  const cam = async () => (await state(tab)).tracks.cam
  const told = (await sharesOf(tab)).length
  const [before, cpu, began] = [await cam(), cpuSeconds(pid), performance.now()]
  await pause(SECONDS * 1_000)
  const [after, used, took] = [await cam(), cpuSeconds(pid) - cpu, (performance.now() - began) / 1_000]
  const shares = await sharesOf(tab)
  return {
    cpu: used / took,
    busy: mean(shares.slice(told)),
    fps: ((after?.frames ?? 0) - (before?.frames ?? 0)) / took,
    dropped: (after?.dropped ?? 0) - (before?.dropped ?? 0),
  }
}

type Round = Record<'without' | 'usual' | 'low', Run>

/** One recording: first alone, then watched, then watched in the low mode. What the browser compiles in the first seconds is over by then. */
async function measuredRound(pid: number, tab: Page): Promise<Round> {
  await record(tab, `ses_eyes_${Math.round(performance.now())}`)
  // A browser that has just begun to record compiles and fills its caches first.
  await pause(4 * SETTLE_MS)
  const without = await measured(pid, tab)
  await openTheEyes(tab)
  // The first ten to fifteen seconds compile what every exam compiles once.
  await pause(6 * SETTLE_MS)
  const usual = await measured(pid, tab)
  await tab.evaluate(() => (window as unknown as Eyed).eyes?.mode('low'))
  // The worker tells every ten seconds: the first telling after the change still has usual looks in it.
  await pause(4 * SETTLE_MS)
  const low = await measured(pid, tab)
  await tab.evaluate(() => (window as unknown as Eyed).eyes?.stop())
  await finish(tab)
  return { without, usual, low }
}

export async function cost(clips: readonly LabelledClip[], say: Say): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-eyes-cost-'))
  const lib = await builtLibrary()
  await buildEyes(lib, '/lib/')
  const server = await ingestServer({ '/': page }, lib)
  const camera = clips.length > 0 ? [`--use-file-for-fake-video-capture=${cameraFile(folder, clips)}`] : []
  const chrome = await chromium(undefined, camera)
  const pid = chrome.browser.process()?.pid ?? -1
  const runs: Record<'without' | 'usual' | 'low', Run[]> = { without: [], usual: [], low: [] }
  try {
    for (let i = 0; i < ROUNDS; i++) {
      const tab = await chrome.open(server.url)
      const round = await measuredRound(pid, tab)
      await tab.close()
      for (const name of names) {
        const { cpu, busy, fps, dropped } = round[name]
        runs[name].push(round[name])
        say(
          `${name}: ${percent(cpu)} % of a core, the looks ${percent(busy)} %, ${fps.toFixed(1)} frames a second, ${dropped} dropped`,
        )
      }
    }
  } finally {
    await chrome.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const of = (name: keyof typeof runs, value: (run: Run) => number) => median(runs[name].map(value))
  /** Beside the recording of the same round: what else the machine did meanwhile is in both. */
  const added = (name: 'usual' | 'low') =>
    median(runs[name].map(({ cpu }, i) => cpu - (runs.without[i]?.cpu ?? 0)))
  return {
    browser_added_usual_pct: round(added('usual') * 100, 1),
    browser_added_low_pct: round(added('low') * 100, 1),
    cpu_usual_pct: round(of('usual', ({ busy }) => busy) * 100, 1),
    cpu_low_pct: round(of('low', ({ busy }) => busy) * 100, 1),
    cpu_with_vs_without: round(of('usual', ({ cpu }) => cpu) / of('without', ({ cpu }) => cpu)),
    recording_cpu_pct: round(of('without', ({ cpu }) => cpu) * 100, 1),
    frames_lost_pct: round(
      Math.max(0, 1 - of('usual', ({ fps }) => fps) / of('without', ({ fps }) => fps)) * 100,
      1,
    ),
    dropped_with: of('usual', ({ dropped }) => dropped),
    dropped_without: of('without', ({ dropped }) => dropped),
  }
}
