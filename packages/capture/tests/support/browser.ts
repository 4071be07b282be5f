// A real Chromium with fake devices and a page that holds nothing but the recorder.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { build } from 'vite'

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const page = `<!doctype html><meta charset=utf-8><title>recorder</title><link rel=icon href="data:,">
<script type=module>import * as capture from '/lib/capture.js'; window.capture = capture; document.title = 'ready'</script>`

let built: Promise<string> | null = null
/** The library as it is published, built once a run. */
export function builtLibrary(): Promise<string> {
  built ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'capture-dist-'))
    process.once('exit', () => void rm(outDir, { recursive: true, force: true }))
    const root = join(import.meta.dirname, '../..')
    await build({
      configFile: join(root, 'vite.config.ts'),
      root,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, sourcemap: false },
    })
    return outDir
  })()
  return built
}

export type Chromium = {
  readonly browser: Browser
  readonly profile: string
  readonly open: (url: string) => Promise<Page>
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

/** puppeteer, not playwright: its pages really become hidden (media pitfall 12). */
export async function chromium(profile?: string, extra: readonly string[] = []): Promise<Chromium> {
  if (!existsSync(chromiumPath)) throw new Error(`no browser at ${chromiumPath}`)
  const dir = profile ?? (await mkdtemp(join(tmpdir(), 'capture-profile-')))
  const browser = await puppeteer.launch({
    executablePath: chromiumPath,
    userDataDir: dir,
    headless: true,
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      ...extra,
    ],
  })
  return {
    browser,
    profile: dir,
    open: async (url) => {
      const tab = await browser.newPage()
      tab.on('console', (line) => process.env.CAPTURE_LOG && console.log('[page]', line.text()))
      tab.on('pageerror', (error) => console.log('[page error]', error))
      await tab.goto(url)
      await tab.waitForFunction(() => document.title === 'ready')
      return tab
    },
    kill: async () => {
      browser.process()?.kill('SIGKILL')
      await new Promise((resolve) =>
        browser.process()?.exitCode === null ? browser.process()?.once('exit', resolve) : resolve(null),
      )
    },
    close: async () => {
      await browser.close().catch(() => {})
      if (!profile) await rm(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type PageRecorder = import('../../src/page/recorder.ts').Recorder
declare global {
  interface Window {
    capture: typeof import('../../src/index.ts')
    recorder: PageRecorder
    shared: MediaStream | null
  }
}

/** Starts recording in the page with fake devices. */
export async function record(
  tab: Page,
  sessionId: string,
  options: { path?: unknown; screen?: boolean; starts?: number } = {},
): Promise<void> {
  await tab.evaluate(
    async (id, path, screen, starts) => {
      const { createRecorder } = window.capture
      const more = path ? { path: path as never } : {}
      window.recorder = createRecorder({
        baseUrl: location.origin,
        sessionId: id,
        tracks: screen ? ['cam', 'screen'] : ['cam'],
        ...more,
      })
      const camera = await window.recorder.replaceCamera()
      if (!camera.ok) throw new Error(camera.why)
      if (screen) {
        const shared = await window.recorder.shareScreen()
        if (!shared.ok) throw new Error(shared.why)
        window.shared = shared.stream
      }
      await Promise.all(Array.from({ length: starts }, () => window.recorder.start()))
    },
    sessionId,
    options.path ?? null,
    options.screen ?? true,
    options.starts ?? 1,
  )
}

export const state = (tab: Page) => tab.evaluate(() => window.recorder.getState())
export const finish = (tab: Page) => tab.evaluate(() => window.recorder.finish())
