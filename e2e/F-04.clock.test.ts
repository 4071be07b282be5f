// F-04, the client's half: its clock jumps a day forward and two back while it records.
import { KIND } from '@ochno/evidence/record'
import { expect, test } from 'vitest'
import { events, gaps } from '../packages/capture/tests/support/blocks.ts'
import { finish, record } from '../packages/capture/tests/support/browser.ts'
import { brokenChain } from '../packages/capture/tests/support/ingest-server.ts'
import { holes, stand } from './recorder-stand.ts'

const DAY = 24 * 3_600_000
const it = stand()

test('F-04 a clock that jumps ±24 h: nothing is refused, the order and the timeline hold, and the jump is written down', async () => {
  const sid = 'ses_clock'
  const tab = await it.open()
  await record(tab, sid)
  await it.recorded(sid, 'cam', 2)
  const jump = (ms: number) =>
    tab.workers()[0]?.evaluate((by) => {
      const scope = globalThis as typeof globalThis & { realNow?: () => number }
      scope.realNow ??= Date.now.bind(Date)
      const real = scope.realNow
      Date.now = () => real() + by
    }, ms)
  for (const by of [DAY, -DAY, 0]) {
    await jump(by)
    const count = it.fragments(sid, 'cam').length
    await it.recorded(sid, 'cam', count + 3)
  }
  await finish(tab)
  const cam = it.server.track(sid, 'cam')
  expect(await brokenChain(sid, 'cam', cam)).toBeNull()
  const media = it.fragments(sid, 'cam')
  // The monotonic clock carries the timeline: it agrees with the server's over the whole recording.
  const offsets = media.map((r) => r.at - (r.parsed.monoMs + r.parsed.dur * 1000))
  expect(Math.max(...offsets) - Math.min(...offsets)).toBeLessThan(1_000)
  expect(holes(media, 500)).toEqual([])
  expect(media.every((r, i) => i === 0 || r.parsed.monoMs >= (media[i - 1]?.parsed.monoMs ?? 0))).toBe(true)
  // No sleep was made up from it.
  expect(gaps(cam)).toEqual([])
  const said = events(it.server.track(sid, 'events')).filter((event) => event.type === 'clock_changed')
  expect(said.map((event) => Math.round(Number(event.stepMs) / DAY))).toEqual([1, -2, 1])
  expect(cam.records.at(-1)?.parsed.kind).toBe(KIND.end)
}, 120_000)
