// The whole browser on a processor slowed three times, as in a school's old laptop: a group of processes with a limit where the system lets
// us make one, otherwise its processes are stopped two parts of three. Recorded and watched, by the clock of the page.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  builtLibrary,
  chromium,
  finish,
  page as recorderPage,
  record,
  state,
} from '../../packages/capture/tests/support/browser.ts'
import { ingestServer } from '../../packages/capture/tests/support/ingest-server.ts'
import { sitting } from '../../packages/detect/tests/drawn/scene.ts'
import { buildEyes, lookStand } from '../../packages/detect/tests/support/look.ts'
import { type Figures, round, type Say } from '../scenario.ts'
import { openTheEyes, sharesOf } from './cost.ts'

const SECONDS = Number(process.env.OCHNO_BENCH_SECONDS ?? 30)
const PART = 1 / 3
/** Short, so that it is slow rather than halting. */
const PERIOD_US = 30_000
const ALL_US = PERIOD_US * PART * cpus().length
const STOP_PERIOD_MS = 30
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A process and all that it began. */
function family(pid: number): readonly number[] {
  const parents = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
    } catch {
      // Gone meanwhile.
    }
  }
  const all = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(all)]
  return all(pid)
}

type Limit = { readonly how: string; readonly lift: () => void }

const groups = [
  { root: '/sys/fs/cgroup/cpu', limit: 'cpu.cfs_quota_us', values: [ALL_US], period: 'cpu.cfs_period_us' },
  { root: '/sys/fs/cgroup', limit: 'cpu.max', values: [ALL_US, PERIOD_US], period: null },
] as const

function moveTo(folder: string, pids: readonly (number | string)[]): void {
  for (const pid of pids)
    try {
      writeFileSync(join(folder, 'cgroup.procs'), String(pid))
    } catch (cause) {
      // Gone meanwhile.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
    }
}

function release(root: string, folder: string): void {
  moveTo(root, readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean))
  rmdirSync(folder)
}

/** Null: this system lets us make no group. */
function group(pid: number): Limit | null {
  for (const { root, limit, values, period } of groups) {
    if (!existsSync(join(root, 'cgroup.procs'))) continue
    const folder = join(root, `ochno-slowed-${process.pid}`)
    try {
      mkdirSync(folder)
      if (period) writeFileSync(join(folder, period), String(PERIOD_US))
      writeFileSync(join(folder, limit), values.map((us) => Math.round(us)).join(' '))
      // Threads of sound have the scheduler's real time, which a group is given none of by itself.
      if (existsSync(join(folder, 'cpu.rt_runtime_us')))
        writeFileSync(join(folder, 'cpu.rt_runtime_us'), '100000')
      moveTo(folder, family(pid))
      return {
        how: 'a group of processes with a third of the processor',
        lift: () => {
          release(root, folder)
        },
      }
    } catch {
      if (existsSync(folder)) release(root, folder)
    }
  }
  return null
}

function stopped(pid: number): Limit {
  let going = true
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const one of family(pid))
      try {
        process.kill(one, name)
      } catch {
        // Gone meanwhile.
      }
  }
  const turn = async () => {
    while (going) {
      signal('SIGSTOP')
      await pause(STOP_PERIOD_MS * (1 - PART))
      signal('SIGCONT')
      await pause(STOP_PERIOD_MS * PART)
    }
  }
  void turn()
  return {
    how: 'processes stopped two parts of three',
    lift: () => {
      going = false
      signal('SIGCONT')
    },
  }
}

type Slow = {
  readonly fps: number
  readonly dropped: number
  readonly pauses: number
  readonly share: number
}

export async function slowed(say: Say): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-slowed-'))
  const stand = await lookStand()
  const pictures = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => stand.painted({ ...sitting, seed })))
  await stand.close()
  const camera = join(folder, 'camera.mjpeg')
  writeFileSync(camera, Buffer.concat(pictures))
  const lib = await builtLibrary()
  await buildEyes(lib, '/lib/')
  const server = await ingestServer(
    { '/': `${recorderPage}<script type=module>import '/lib/look.js'</script>` },
    lib,
  )
  const chrome = await chromium(undefined, [`--use-file-for-fake-video-capture=${camera}`])
  const pid = chrome.browser.process()?.pid ?? -1
  let limit: Limit | null = null
  try {
    const tab = await chrome.open(server.url)
    await record(tab, 'ses_slowed', { screen: false })
    await pause(3_000)
    limit = group(pid) ?? stopped(pid)
    const { how } = limit
    /** The longest time the page's own clock stood still: two ticks of a twentieth of a second apart. */
    await tab.evaluate(() => {
      const page = window as unknown as { longest: number }
      page.longest = 0
      let before = performance.now()
      setInterval(() => {
        const now = performance.now()
        page.longest = Math.max(page.longest, now - before)
        before = now
      }, 50)
    })
    const measured = async (): Promise<Slow> => {
      await tab.evaluate(() => {
        ;(window as unknown as { longest: number }).longest = 0
      })
      const before = (await state(tab)).tracks.cam
      const began = performance.now()
      await pause(SECONDS * 1_000)
      const took = (performance.now() - began) / 1_000
      const after = (await state(tab)).tracks.cam
      return {
        fps: ((after?.frames ?? 0) - (before?.frames ?? 0)) / took,
        dropped: (after?.dropped ?? 0) - (before?.dropped ?? 0),
        pauses: await tab.evaluate(() => (window as unknown as { longest: number }).longest),
        share: (await sharesOf(tab)).at(-1) ?? 0,
      }
    }
    const alone = await measured()
    await openTheEyes(tab)
    // The first looks tell what a look costs here; the pauses grow by it.
    await pause(15_000)
    const watched = await measured()
    limit.lift()
    limit = null
    await finish(tab)
    for (const [name, one] of [
      ['alone', alone],
      ['watched', watched],
    ] as const)
      say(
        `slowed three times (${how}), ${name}: ${one.fps.toFixed(1)} frames a second, ${one.dropped} dropped, longest pause ${one.pauses.toFixed(0)} ms, looks ${(one.share * 100).toFixed(1)} % of a slowed core`,
      )
    return {
      // Of the time of the slowed core itself.
      slowed_cpu_pct: round(watched.share * 100, 1),
      slowed_frames_lost_pct: round(Math.max(0, 1 - watched.fps / alone.fps) * 100, 1),
      slowed_dropped_with: watched.dropped,
      slowed_dropped_without: alone.dropped,
      slowed_longest_pause_ms: round(watched.pauses, 0),
      slowed_pause_without_ms: round(alone.pauses, 0),
    }
  } finally {
    limit?.lift()
    await chrome.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
