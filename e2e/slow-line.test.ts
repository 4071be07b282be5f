// A line of about 64 kbit/s: the record goes on in a mode that fits, and says so in itself.
import { KIND } from '@ochno/evidence/record'
import { levels } from '@ochno/capture/core/ladder'
import { expect, test } from 'vitest'
import { events } from '../packages/capture/tests/support/blocks.ts'
import { finish, record, state } from '../packages/capture/tests/support/browser.ts'
import { brokenChain } from '../packages/capture/tests/support/ingest-server.ts'
import { stand } from './recorder-stand.ts'

const it = stand()

test('a line of 80 kbit/s: the mode steps down until less is made than the line carries, and every step is an event of the record', async () => {
  const sid = 'ses_slow'
  const tab = await it.open()
  await record(tab, sid)
  await it.recorded(sid, 'cam', 2)
  it.line.set({ up: { bytesPerSecond: 10_000 } })
  await tab.waitForFunction(
    (lowest) => window.recorder.getState().level === lowest,
    { timeout: 150_000 },
    levels.length - 1,
  )
  const slow = await state(tab)
  expect(slow.warnings).toContain('slow_network')
  const made = slow.tracks.cam?.fragments ?? 0
  await tab.waitForFunction(
    (n) => (window.recorder.getState().tracks.cam?.fragments ?? 0) >= n,
    { timeout: 60_000 },
    made + 3,
  )
  it.line.set({})
  await finish(tab)
  for (const tid of ['cam', 'screen', 'events'] as const) {
    expect(await brokenChain(sid, tid, it.server.track(sid, tid))).toBeNull()
    expect(it.server.track(sid, tid).records.at(-1)?.parsed.kind).toBe(KIND.end)
  }
  const modes = events(it.server.track(sid, 'events')).filter((event) => event.type === 'mode')
  expect(modes.slice(0, 4).map((mode) => mode.level)).toEqual([1, 2, 3, 4])
  expect(modes[3]?.cam).toEqual(levels[4]?.cam)
  const kbps = (tid: 'cam' | 'screen') => {
    const all = it.fragments(sid, tid)
    const lowest = all.filter((r) => r.parsed.epoch === Math.max(...all.map((one) => one.parsed.epoch)))
    const bits = lowest.reduce((sum, r) => sum + (r.payload.length + 128) * 8, 0)
    return bits / lowest.reduce((sum, r) => sum + r.parsed.dur, 0) / 1000
  }
  console.log(`slow line: ${kbps('cam').toFixed(0)} + ${kbps('screen').toFixed(0)} kbit/s in the lowest mode`)
  expect(kbps('cam') + kbps('screen')).toBeLessThan(72)
}, 300_000)
