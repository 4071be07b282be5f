// A recorder in a real browser and a server that speaks the ingest protocol, with a line between them that can be cut.
import { afterAll, beforeAll } from 'vitest'
import { KIND } from '@ochno/evidence/record'
import { faultProxy, type FaultProxy } from '@ochno/testkit/chaos/fault-proxy'
import type { Page } from 'puppeteer-core'
import { media } from '../packages/capture/tests/support/blocks.ts'
import { builtLibrary, chromium, type Chromium, page } from '../packages/capture/tests/support/browser.ts'
import { type IngestServer, ingestServer } from '../packages/capture/tests/support/ingest-server.ts'

export const nightly = process.env.OCHNO_NIGHTLY === '1'

export type Stand = {
  readonly server: IngestServer
  readonly line: FaultProxy
  /** The browser at hand; `restart` replaces it, keeping the profile as a person's machine would. */
  readonly chrome: () => Chromium
  readonly restart: () => Promise<void>
  readonly open: () => Promise<Page>
  readonly fragments: (sid: string, tid: 'cam' | 'screen') => ReturnType<typeof media>
  readonly recorded: (sid: string, tid: 'cam' | 'screen', count: number, ms?: number) => Promise<void>
}

export function stand(): Stand {
  let server: IngestServer
  let line: FaultProxy
  let chrome: Chromium
  let profile: string
  beforeAll(async () => {
    server = await ingestServer({ '/': page }, await builtLibrary())
    line = await faultProxy({ port: Number(new URL(server.url).port) }, { seed: 1 })
    chrome = await chromium()
    profile = chrome.profile
  }, 120_000)
  afterAll(async () => {
    await chrome?.close()
    await line?.close()
    await server?.close()
  })
  const fragments: Stand['fragments'] = (sid, tid) => media(server.sessions.get(sid)?.get(tid))
  return {
    get server() {
      return server
    },
    get line() {
      return line
    },
    chrome: () => chrome,
    restart: async () => {
      chrome = await chromium(profile)
    },
    open: () => chrome.open(`http://127.0.0.1:${line.port}`),
    fragments,
    recorded: (sid, tid, count, ms) => server.until(() => fragments(sid, tid).length >= count, ms),
  }
}

/** Holes of a track on the client's monotonic clock, longer than `ms`: what a coverage bar would show. */
export function holes(records: ReturnType<typeof media>, ms = 1_000): number[] {
  const spans = records
    .filter((r) => r.parsed.kind === KIND.media)
    .map((r) => [r.parsed.monoMs, r.parsed.monoMs + r.parsed.dur * 1000] as const)
  return spans
    .slice(1)
    .map(([from], i) => from - (spans[i]?.[1] ?? from))
    .filter((hole) => hole > ms)
}
