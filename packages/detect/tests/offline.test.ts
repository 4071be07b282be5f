// The networks come from the page's own server, once; after that the eyes open without asking for them and look without any network.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sitting } from './drawn/scene.ts'
import type { Looking } from './support/look-page.ts'
import { buildEyes } from './support/look.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
}
const html = `<!doctype html><meta charset=utf-8><title>eyes</title><link rel=icon href="data:,">
<script type=module>import '/look.js'; document.title = 'ready'</script>`
/** As the product's server has it; whatever is tried beside it is told to us. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; worker-src 'self'; connect-src 'self'; img-src data:; report-uri /told"

let folder: string
let server: Server
let browser: Browser
let url: string
const asked: string[] = []
const told: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ochno-offline-'))
  await buildEyes(folder, '/')
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    if (path === '/told') {
      for await (const part of request) told.push(String(part))
      return response.writeHead(204).end()
    }
    asked.push(path)
    response.setHeader('content-security-policy', policy)
    if (path === '/') return response.setHeader('content-type', 'text/html').end(html)
    const bytes = await readFile(join(folder, path)).catch(() => null)
    if (!bytes) return response.writeHead(404).end()
    // A name that carries its hash is good for ever, as the product's server says.
    if (path.startsWith('/assets/'))
      response.setHeader('cache-control', 'public, max-age=31536000, immutable')
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await puppeteer.launch({
    executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

async function opened(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.waitForFunction(() => document.title === 'ready', { timeout: 60_000 })
  return page
}

/** Two looks at a person at a desk. */
const seen = (page: Page) =>
  page.evaluate(
    (scenes) => (globalThis as unknown as { looking: Looking }).looking.lookAtScenes(scenes, []),
    [0, 1].map((i) => ({ at: i * 1_000, scene: { ...sitting, seed: i + 1 } })),
  )

const isNetwork = (path: string) => /\.(bin|wasm)$|blazeface|facemesh|nanodet/.test(path)

test('the networks are asked of the page’s own server once, and the second visit finds them in the browser', async () => {
  const first = await opened()
  expect((await seen(first)).some(({ faces }) => (faces?.length ?? 0) > 0)).toBe(true)
  const came = asked.filter(isNetwork)
  expect(came.length).toBeGreaterThanOrEqual(5)
  expect(new Set(came).size, 'each once').toBe(came.length)
  await first.close()

  asked.length = 0
  const second = await opened()
  expect((await seen(second)).some(({ faces }) => (faces?.length ?? 0) > 0)).toBe(true)
  expect(asked, 'the page itself was asked for').toContain('/')
  expect(asked.filter(isNetwork)).toEqual([])

  // The line is cut: what is looked at needs nobody.
  await second.setOfflineMode(true)
  server.closeAllConnections()
  asked.length = 0
  const offline = await seen(second)
  expect(offline.some(({ face }) => face !== null)).toBe(true)
  expect(asked).toEqual([])
  expect(told, 'nothing was tried beside this server').toEqual([])
  await second.close()
})
