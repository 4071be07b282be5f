// F-02: reload, renderer crash, kill -9 of the browser, closed tab. Five rounds of each at night, one of each and one more here.
import { KIND } from '@ochno/evidence/record'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { gaps } from '../packages/capture/tests/support/blocks.ts'
import { finish, record, state } from '../packages/capture/tests/support/browser.ts'
import { brokenChain } from '../packages/capture/tests/support/ingest-server.ts'
import { nightly, stand } from './recorder-stand.ts'

const it = stand()
const crashes: Record<string, (tab: Page) => Promise<Page>> = {
  reload: async (tab) => {
    await tab.reload()
    await tab.waitForFunction(() => document.title === 'ready')
    return tab
  },
  'renderer crash': async (tab) => {
    await tab.goto('chrome://crash').catch(() => {})
    await tab.close().catch(() => {})
    return it.open()
  },
  'kill -9': async () => {
    await it.chrome().kill()
    await it.restart()
    return it.open()
  },
  'closed tab': async (tab) => {
    await tab.close()
    return it.open()
  },
}
const names = Object.keys(crashes)
const rounds = nightly ? Array.from({ length: 80 }, (_, i) => names[i % 4] ?? '') : [...names, 'kill -9']

test(
  `F-02 ${rounds.length} crashes of one session: nothing that was persisted is lost, the hole is short and written down`,
  async () => {
    const sid = 'ses_crash'
    let tab = await it.open()
    await record(tab, sid)
    for (const [round, name] of rounds.entries()) {
      await tab.waitForFunction((n) => (window.recorder.getState().tracks.cam?.fragments ?? 0) >= n, {}, 2)
      // Cut the line first, so that what counts lies on the disk alone.
      it.line.set({ up: { blackhole: true }, down: { blackhole: true } })
      const sofar = (await state(tab)).tracks
      await tab.waitForFunction(
        (n) => (window.recorder.getState().tracks.cam?.fragments ?? 0) >= n,
        {},
        (sofar.cam?.fragments ?? 0) + 2,
      )
      const onDisk = await state(tab)
      expect(onDisk.backlog.records).toBeGreaterThan(0)
      const crashed = Date.now()
      it.line.set({})
      it.line.reset()
      tab = await (crashes[name] as (tab: Page) => Promise<Page>)(tab)
      const before = it.fragments(sid, 'cam').filter((r) => r.at < crashed).length
      await record(tab, sid)
      const again = Date.now()
      await tab.waitForFunction(() => window.recorder.getState().phase === 'recording', { timeout: 10_000 })
      await tab.waitForFunction(() => (window.recorder.getState().tracks.cam?.fragments ?? 0) >= 2)
      await it.server.until(() => gaps(it.server.track(sid, 'cam')).length > round)
      const gap = gaps(it.server.track(sid, 'cam')).at(-1) as { type: string; fromMs: number; toMs: number }
      expect(gap.type).toBe('crash')
      // What was still in the encoder is lost, what had left it is not: the hole begins within two seconds of the crash.
      console.log(
        `F-02 ${name}: hole begins ${crashed - gap.fromMs} ms before the crash, ${before} fragments were there`,
      )
      expect(crashed - gap.fromMs).toBeLessThan(2_000)
      expect(again - crashed).toBeLessThan(30_000)
    }
    await finish(tab)
    for (const tid of ['cam', 'screen', 'events'] as const) {
      expect(await brokenChain(sid, tid, it.server.track(sid, tid))).toBeNull()
      expect(it.server.track(sid, tid).records.at(-1)?.parsed.kind).toBe(KIND.end)
    }
    const epochs = new Set(it.fragments(sid, 'cam').map((r) => r.parsed.epoch))
    expect(epochs.size).toBe(rounds.length + 1)
    const left = await tab.evaluate(async () => {
      const home = await (await navigator.storage.getDirectory()).getDirectoryHandle('ochno')
      const names: string[] = []
      for await (const name of home.keys()) names.push(name)
      return names
    })
    expect(left).toEqual(['device'])
  },
  nightly ? 60 * 60_000 : 4 * 60_000,
)
