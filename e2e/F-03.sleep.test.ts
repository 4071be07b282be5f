// F-03: the machine sleeps. The whole browser is stopped and continued, as the kernel does it to a suspended laptop.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { blockTimes, gaps } from '../packages/capture/tests/support/blocks.ts'
import { finish, record } from '../packages/capture/tests/support/browser.ts'
import { brokenChain } from '../packages/capture/tests/support/ingest-server.ts'
import { nightly, stand } from './recorder-stand.ts'

const it = stand()

function family(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It has just ended.
    }
  }
  const inside = new Set([root])
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const [pid, parent] of parents) if (inside.has(parent)) inside.add(pid)
  }
  return [...inside]
}

for (const seconds of nightly ? [10, 60, 600] : [10])
  test(
    `F-03 a sleep of ${seconds} s is shown as a gap of that length, and no fragment spans it`,
    async () => {
      const sid = `ses_sleep_${seconds}`
      const tab = await it.open()
      await record(tab, sid)
      await Promise.all([it.recorded(sid, 'cam', 2), it.recorded(sid, 'screen', 1)])
      const pids = family(it.chrome().browser.process()?.pid ?? -1)
      const slept = Date.now()
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      for (const pid of pids) process.kill(pid, 'SIGCONT')
      const woke = Date.now()
      await it.server.until(
        () =>
          gaps(it.server.track(sid, 'cam')).length > 0 &&
          (it.fragments(sid, 'cam').at(-1)?.parsed.epoch ?? 0) > 1,
        90_000,
      )
      await it.server.until(() => (it.fragments(sid, 'screen').at(-1)?.parsed.epoch ?? 0) > 1, 90_000)
      await finish(tab)
      for (const tid of ['cam', 'screen'] as const) {
        const track = it.server.track(sid, tid)
        expect(await brokenChain(sid, tid, track)).toBeNull()
        const [gap] = gaps(track) as unknown as { type: string; fromMs: number; toMs: number }[]
        expect(gap?.type).toBe('sleep')
        expect(Math.abs((gap?.fromMs ?? 0) - slept)).toBeLessThan(2_000)
        expect(Math.abs((gap?.toMs ?? 0) - woke)).toBeLessThan(2_000)
        for (const fragment of it.fragments(sid, tid)) {
          const start = fragment.parsed.wallMs
          const end = start + fragment.parsed.dur * 1000
          expect(
            start < slept + 1_000 && end > woke - 1_000,
            `fragment ${fragment.parsed.seq} of ${tid} spans the sleep`,
          ).toBe(false)
          // Nor does its picture: no pause of the sleep's length between two of its blocks.
          const times = blockTimes(fragment, 1)
          expect(Math.max(0, ...times.slice(1).map((t, i) => t - (times[i] ?? t)))).toBeLessThan(
            seconds * 1000 - 2_000,
          )
        }
      }
    },
    120_000 + seconds * 2_000,
  )
