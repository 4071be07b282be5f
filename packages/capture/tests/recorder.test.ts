import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { KIND } from '@ochno/evidence/record'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtLibrary, type Chromium, chromium, finish, page, record, state } from './support/browser.ts'
import { brokenChain, type IngestServer, ingestServer } from './support/ingest-server.ts'

let server: IngestServer
let chrome: Chromium
beforeAll(async () => {
  server = await ingestServer({ '/': page }, await builtLibrary())
  chrome = await chromium()
}, 60_000)
afterAll(async () => {
  await chrome?.close()
  await server?.close()
})

const media = (sid: string, tid: 'cam' | 'screen') => server.track(sid, tid).records.filter((r) => r.parsed.kind === KIND.media)

describe('recorder in Chromium', () => {
  test('ING-4 ING-5 ING-12 camera, microphone and screen arrive as parts, seal, verify and play', async () => {
    const tab = await chrome.open(server.url)
    await record(tab, 'ses_plain')
    await server.until(() => server.sessions.has('ses_plain') && media('ses_plain', 'cam').length >= 4 && media('ses_plain', 'screen').length >= 2)
    console.log(JSON.stringify(await state(tab)))
    const receipts = await finish(tab)
    console.log(server.track('ses_plain','events').records.map((r) => Buffer.from(r.payload).toString()).join('\n'))
    expect(Object.keys(receipts).sort()).toEqual(['cam', 'events', 'screen'])
    for (const tid of ['cam', 'screen', 'events'] as const) {
      expect(await brokenChain('ses_plain', tid, server.track('ses_plain', tid))).toBeNull()
      expect(server.track('ses_plain', tid).records.at(-1)?.parsed.kind).toBe(KIND.end)
    }
    const cam = server.track('ses_plain', 'cam')
    expect(cam.viaParts).toBeGreaterThanOrEqual(3)
    expect(cam.wholes).toBeLessThanOrEqual(1)
    const file = '/tmp/ses_plain.webm'
    writeFileSync(file, Buffer.concat(cam.records.map((r) => r.payload)))
    console.log(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_name,width,height', '-of', 'csv', file]).toString())
    console.log(media('ses_plain', 'cam').map((r) => [r.parsed.mediaTs.toFixed(2), r.parsed.dur.toFixed(2), r.parsed.payloadLen, r.parsed.flags]))
    console.log(media('ses_plain', 'screen').map((r) => [r.parsed.mediaTs.toFixed(2), r.parsed.dur.toFixed(2), r.parsed.payloadLen, r.parsed.flags]))
    await tab.close()
  }, 60_000)
})
