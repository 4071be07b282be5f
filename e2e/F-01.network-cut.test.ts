// F-01: the examinee's network is cut. Three minutes here, fifteen at night (OCHNO_NIGHTLY=1).
import { KIND } from '@ochno/evidence/record'
import { expect, test } from 'vitest'
import { events, longestPause, pictureTimes } from '../packages/capture/tests/support/blocks.ts'
import { finish, record, state } from '../packages/capture/tests/support/browser.ts'
import { brokenChain } from '../packages/capture/tests/support/ingest-server.ts'
import { holes, nightly, stand } from './recorder-stand.ts'

const CUT_MS = nightly ? 15 * 60_000 : 3 * 60_000
const it = stand()

test(
  `F-01 a cut of ${CUT_MS / 60_000} minutes loses nothing, leaves no gap, and the backlog drains`,
  async () => {
    const tab = await it.open()
    await record(tab, 'ses_cut')
    await Promise.all([it.recorded('ses_cut', 'cam', 2), it.recorded('ses_cut', 'screen', 1)])
    const before = it.fragments('ses_cut', 'cam').length
    // Nothing passes and nothing is told: the cruellest cut, which no socket notices by itself.
    it.line.set({ up: { blackhole: true }, down: { blackhole: true } })
    await new Promise((resolve) => setTimeout(resolve, CUT_MS))
    const cut = await state(tab)
    expect(cut).toMatchObject({ phase: 'recording', lane: null, level: 0 })
    expect(cut.backlog.seconds).toBeGreaterThan(CUT_MS / 1000 - 15)
    expect(cut.tracks.cam?.fragments).toBeGreaterThan(before + CUT_MS / 2_500)
    it.line.set({})
    it.line.reset()
    const back = Date.now()
    await it.recorded('ses_cut', 'cam', cut.tracks.cam?.fragments ?? 0, 5 * 60_000)
    await finish(tab)
    console.log(
      `F-01 backlog of ${cut.backlog.records} records drained within ${Math.round((Date.now() - back) / 1000)} s`,
    )
    expect(Date.now() - back).toBeLessThan(5 * 60_000)
    for (const tid of ['cam', 'screen', 'events'] as const) {
      const track = it.server.track('ses_cut', tid)
      expect(await brokenChain('ses_cut', tid, track)).toBeNull()
      expect(track.records.at(-1)?.parsed.kind).toBe(KIND.end)
    }
    expect(holes(it.fragments('ses_cut', 'cam'))).toEqual([])
    expect(holes(it.fragments('ses_cut', 'screen'))).toEqual([])
    expect(longestPause(pictureTimes(it.server.track('ses_cut', 'cam'), 1))).toBeLessThan(3_000)
    // Being offline is not being slow.
    expect(events(it.server.track('ses_cut', 'events')).some((event) => event.type === 'mode')).toBe(false)
    // The live view's parts are back after the drain.
    expect(it.fragments('ses_cut', 'cam').length - it.server.track('ses_cut', 'cam').wholes).toBeGreaterThan(
      0,
    )
  },
  CUT_MS + 7 * 60_000,
)
