// A real Chromium with the eyes in it, and a server of their files and of pictures.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'vite'
import type { Mode } from '../../src/schedule.ts'
import type { Glance } from '../../src/see/eye.ts'
import type { Scene } from '../drawn/scene.ts'
import type { Looking } from './look-page.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
}
const html = `<!doctype html><meta charset=utf-8><title>eyes</title><link rel=icon href="data:,">
<script type=module>import '/look.js'; document.title = 'ready'</script>`
/** What the product's server says of the worker's file, so that the mathematics is tried under it. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; worker-src 'self'; connect-src 'self'; img-src data:"

export type Clip = readonly { readonly at: number; readonly image: Uint8Array }[]
const imageType = (bytes: Uint8Array) => (bytes[0] === 0x42 ? 'image/bmp' : 'image/jpeg')
export type LookStand = {
  readonly browser: Browser
  readonly page: Page
  readonly look: (clip: Clip, mode?: Mode) => Promise<readonly Glance[]>
  /** At scenes that the page paints itself. */
  readonly lookAtScenes: (
    scenes: readonly { readonly at: number; readonly scene: Scene }[],
    photos?: readonly Uint8Array[],
    mode?: Mode,
  ) => Promise<readonly Glance[]>
  readonly painted: (scene: Scene, photos?: readonly Uint8Array[]) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** The eyes as files of a page, `look.js` first. */
export async function buildEyes(outDir: string, base: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, '../..'),
    base,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      assetsInlineLimit: 0,
      // Not a library's build: that would write the networks into the code.
      rolldownOptions: {
        input: join(import.meta.dirname, 'look-page.ts'),
        output: { entryFileNames: 'look.js' },
      },
    },
  })
}

export async function lookStand(): Promise<LookStand> {
  const outDir = await mkdtemp(join(tmpdir(), 'ochno-look-'))
  await buildEyes(outDir, '/')
  const pictures = new Map<string, Uint8Array>()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    response.setHeader('content-security-policy', policy)
    const picture = pictures.get(path)
    if (picture) return response.setHeader('content-type', imageType(picture)).end(picture)
    if (path === '/') return response.setHeader('content-type', 'text/html').end(html)
    const bytes = await readFile(join(outDir, path)).catch(() => null)
    if (!bytes) return response.writeHead(404).end()
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await puppeteer.launch({
    executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    protocolTimeout: 600_000,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  page.on('pageerror', (error) => console.error('[page]', error))
  await page.goto(url)
  await page.waitForFunction(() => document.title === 'ready')
  let clips = 0
  const laid = (photos: readonly Uint8Array[]): readonly string[] => {
    photos.forEach((photo, i) => {
      pictures.set(`/photo/${i}`, photo)
    })
    return photos.map((_, i) => `/photo/${i}`)
  }
  return {
    browser,
    page,
    look: async (clip, mode = 'usual') => {
      pictures.clear()
      clips++
      const asked = clip.map(({ at, image }, i) => {
        pictures.set(`/clip/${clips}/${i}`, image)
        return { at, url: `/clip/${clips}/${i}` }
      })
      return page.evaluate(
        (list, by) => (globalThis as unknown as { looking: Looking }).looking.lookAt(list, by),
        asked,
        mode,
      )
    },
    lookAtScenes: (scenes, photos = [], mode = 'usual') =>
      page.evaluate(
        (list, urls, by) =>
          (globalThis as unknown as { looking: Looking }).looking.lookAtScenes(list, urls, by),
        scenes,
        laid(photos),
        mode,
      ),
    painted: async (scene, photos = []) =>
      Buffer.from(
        await page.evaluate(
          (one, urls) => (globalThis as unknown as { looking: Looking }).looking.painted(one, urls),
          scene,
          laid(photos),
        ),
        'base64',
      ),
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
