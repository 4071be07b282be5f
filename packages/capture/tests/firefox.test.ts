// Firefox has no MediaStreamTrackProcessor and no fake screen: its camera and microphone, through the same worker.
import { existsSync } from 'node:fs'
import { KIND } from '@ochno/evidence/record'
import puppeteer, { type Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { media, pictureTimes } from './support/blocks.ts'
import { builtLibrary, finish, page, record, state } from './support/browser.ts'
import { brokenChain, type IngestServer, ingestServer } from './support/ingest-server.ts'

const firefoxPath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
let server: IngestServer
let firefox: Browser

beforeAll(async () => {
  if (!existsSync(firefoxPath)) return
  server = await ingestServer({ '/': page }, await builtLibrary())
  firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'dom.events.testing.asyncClipboard': true,
    },
  })
}, 60_000)
afterAll(async () => {
  await firefox?.close()
  await server?.close()
})

test.runIf(existsSync(firefoxPath))(
  'Firefox records camera and, where there is a sound engine, the microphone; everything verifies',
  async () => {
    const tab = await firefox.newPage()
    tab.on('console', (line) => process.env.CAPTURE_LOG && console.log('[page]', line.text()))
    await tab.goto(server.url)
    await tab.waitForFunction(() => document.title === 'ready')
    await record(tab, 'ses_firefox', { screen: false })
    await server.until(() => media(server.sessions.get('ses_firefox')?.get('cam')).length >= 4, 60_000)
    const now = await state(tab)
    console.log(JSON.stringify(now))
    await finish(tab)
    const cam = server.track('ses_firefox', 'cam')
    expect(await brokenChain('ses_firefox', 'cam', cam)).toBeNull()
    expect(cam.records.at(-1)?.parsed.kind).toBe(KIND.end)
    const last = Math.max(...media(cam).map((r) => r.parsed.epoch))
    expect(pictureTimes(cam, last).length).toBeGreaterThan(20)
    expect(cam.viaParts).toBeGreaterThan(0)
  },
  120_000,
)
