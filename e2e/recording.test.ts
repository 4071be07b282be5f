// The recorder in a real browser against the real server and database: line cut, browser killed, finished, verified.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KIND, readHeader } from '@ochno/evidence/record'
import { type FaultProxy, faultProxy } from '@ochno/testkit/chaos/fault-proxy'
import { bootServer, PASSWORD, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  builtLibrary,
  type Chromium,
  chromium,
  finish,
  record,
  state,
} from '../packages/capture/tests/support/browser.ts'
import { brokenChain, type Stored } from '../packages/capture/tests/support/ingest-server.ts'

let server: TestServer
let line: FaultProxy
let chrome: Chromium
let web: string

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'ochno-recorder-page-'))
  cpSync(await builtLibrary(), join(web, 'lib'), { recursive: true })
  writeFileSync(
    join(web, 'index.html'),
    '<!doctype html><title>-</title><script type=module src=/page.js></script>',
  )
  writeFileSync(
    join(web, 'page.js'),
    "import * as capture from '/lib/capture.js'; window.capture = capture; document.title = 'ready'",
  )
  // The browser knows the server by the line's address, which must exist before the server that is asked for it.
  const target = { port: 0 }
  line = await faultProxy(target, { seed: 3 })
  const origin = `http://127.0.0.1:${line.port}`
  const probe = await faultProxy({ port: 0 })
  target.port = probe.port
  await probe.close()
  server = await bootServer({ config: { webDir: web, origins: [origin], port: target.port } })
  chrome = await chromium()
}, 120_000)
afterAll(async () => {
  await chrome?.close()
  await server?.stop()
  await line?.close()
  rmSync(web, { recursive: true, force: true })
})

async function signedIn(who: TestSession): Promise<Page> {
  // Only the exam page may use camera, microphone and screen (B-03).
  const tab = await chrome.open(`http://127.0.0.1:${line.port}/exam/${who.id}`)
  await tab.evaluate(
    async (login, password) => {
      const reply = await fetch('/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password }),
      })
      if (!reply.ok) throw new Error(`sign-in ${reply.status} ${await reply.text()}`)
    },
    who.examinee.login,
    PASSWORD,
  )
  return tab
}

async function stored(session: TestSession, tid: TrackId): Promise<{ nonce: Uint8Array; records: Stored[] }> {
  const { recordings } = server.app.ingest
  const track = (await recordings.tracks(server.id, session.id)).find((one) => one.tid === tid)
  const index = await recordings.index(server.id, session.id, tid)
  const records: Stored[] = []
  for await (const { seq, header, payload } of recordings.read(server.id, session.id, tid, 0, index.length)) {
    const parsed = readHeader(header)
    if (parsed) records.push({ header, parsed, payload, at: index[seq]?.srvMs ?? 0, signed: null as never })
  }
  return { nonce: track?.nonce ?? new Uint8Array(32), records }
}

const fragments = (tab: Page, count: number) =>
  tab.waitForFunction(
    (n) => (window.recorder.getState().tracks.cam?.fragments ?? 0) >= n,
    { timeout: 60_000 },
    count,
  )
const drained = (tab: Page) =>
  tab.waitForFunction(
    () => window.recorder.getState().backlog.records <= 2 && window.recorder.getState().lane === 'ws',
    { timeout: 90_000 },
  )

test('F-01 F-02 ING-10…ING-15 recorded through a cut line and a killed browser, everything arrives, verifies and closes', async () => {
  const session = await server.running()
  let tab = await signedIn(session)
  const strict: string[] = []
  tab.on('console', (message) => strict.push(message.text()))
  await record(tab, session.id)
  await fragments(tab, 3)
  await drained(tab)
  const calm = await state(tab)
  expect(calm.warnings).toEqual([])
  expect(calm.fragmentsViaParts).toBeGreaterThanOrEqual(2)
  expect(calm.fragmentsWhole).toBe(0)

  line.set({ up: { blackhole: true }, down: { blackhole: true } })
  await fragments(tab, 6)
  await chrome.kill()
  line.set({})
  line.reset()
  chrome = await chromium(chrome.profile)
  tab = await signedIn(session)
  await record(tab, session.id)
  await fragments(tab, 2)
  await drained(tab)
  const receipts = await finish(tab)
  expect(Object.keys(receipts).sort()).toEqual(['cam', 'events', 'screen'])
  for (const tid of ['cam', 'screen', 'events'] as const) {
    const { nonce, records } = await stored(session, tid)
    expect(await brokenChain(session.id, tid, { nonce, records } as never)).toBeNull()
    expect(records.at(-1)?.parsed.kind).toBe(KIND.end)
    expect(receipts[tid]?.receipt.seq).toBe(records.length - 1)
  }
  const cam = (await stored(session, 'cam')).records
  expect(cam.filter((r) => r.parsed.kind === KIND.init).map((r) => r.parsed.epoch)).toEqual([1, 2])
  expect(cam.filter((r) => r.parsed.kind === KIND.gap)).toHaveLength(1)
  expect(
    cam.filter((r) => r.parsed.kind === KIND.media && r.parsed.epoch === 1).length,
  ).toBeGreaterThanOrEqual(6)
  // The page's strict content policy let everything through (B-02).
  expect(strict.filter((text) => /Content Security Policy|TrustedScript/.test(text))).toEqual([])
}, 240_000)
