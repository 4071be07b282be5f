// Browsers with the watching page in them, and the two routes it speaks with: what reaches the server is a hint, and when it came its delay.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { HintReport, readWatching } from '@ochno/contract/hints'
import { askedKeys } from '@ochno/domain/hint/rules'
import type { Value } from '@ochno/domain/policy/parameter'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { build } from 'vite'
import type { ReplyOf } from '../../../packages/web/src/api/client.ts'
import { settings } from '../judge.ts'

const web = join(import.meta.dirname, '../../../packages/web')
const html = `<!doctype html><html lang=ru><meta charset=utf-8><title>Экзамен</title><link rel=icon href="data:,">
<body><div id=root></div><p id=task>Назовите три закона Ньютона и приведите по одному примеру к каждому из них.</p>
<textarea id=answer></textarea><iframe id=part srcdoc="<button>Справка</button>"></iframe><div style="height:4000px"></div>
<script type=module src=/page.js></script>`
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' }

export type Told = { readonly hint: HintReport; readonly at: number }
export type Surface = 'monitor' | 'window' | 'browser'
export type Tab = {
  readonly page: Page
  readonly browser: Browser
  readonly cdp: CDPSession
  readonly told: () => readonly Told[]
  readonly close: () => Promise<void>
}
export type Stand = {
  /** A page that has watched for a moment; `before`: what runs in it before the product does. */
  readonly open: (browser: Browser, before?: string) => Promise<Tab>
  readonly browser: (surface?: Surface) => Promise<Browser>
  readonly close: () => Promise<void>
}

const onTheWire = (value: Value | null) => (typeof value === 'object' && value !== null ? [...value] : value)

/** Whatever an act lists, with durations of seconds. */
const watching: ReplyOf<typeof readWatching> = {
  settings: {
    act: null,
    calibration: '1',
    policy: Object.fromEntries(
      askedKeys.map((key) => [key, onTheWire(settings().policy[key]?.value ?? null)]),
    ),
  },
  usualNoise: null,
  usualPosture: null,
  watched: [],
  people: [],
  allowed: [],
}
const CALM_MS = 1_200

export async function signalStand(): Promise<Stand> {
  const outDir = await mkdtemp(join(tmpdir(), 'ochno-signals-'))
  await build({
    root: web,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(web, 'tests/support/watched-page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  })
  const letters = new Map<string, Told[]>()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const json = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (path === '/') return response.setHeader('content-type', 'text/html').end(html)
    if (path.endsWith('/watching')) return json(watching)
    if (path.endsWith('/hints')) {
      const at = Date.now()
      let text = ''
      for await (const part of request) text += part
      const trial = new URL(request.headers.referer ?? 'http://x').searchParams.get('trial') ?? ''
      const { hints } = JSON.parse(text) as { readonly hints: readonly HintReport[] }
      letters.set(trial, [...(letters.get(trial) ?? []), ...hints.map((hint) => ({ hint, at }))])
      return json({ now: new Date(at).toISOString(), taken: hints.length })
    }
    const bytes = await readFile(join(outDir, path)).catch(() => null)
    if (!bytes) return response.writeHead(404).end()
    return response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browsers: Browser[] = []
  let trials = 0
  return {
    browser: async (surface = 'monitor') => {
      const browser = await puppeteer.launch({
        executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        defaultViewport: null,
        args: [
          ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
          ...['--screen-info={1440x900}', '--window-size=1440,900'],
          `--use-fake-device-for-media-stream=device-count=3,display-media-type=${surface}`,
          '--use-fake-ui-for-media-stream',
        ],
      })
      browsers.push(browser)
      return browser
    },
    open: async (browser, before) => {
      const trial = String(++trials)
      letters.set(trial, [])
      const page = await browser.newPage()
      const cdp = await page.createCDPSession()
      if (before) await page.evaluateOnNewDocument(before)
      const { windowId } = await cdp.send('Browser.getWindowForTarget')
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'maximized' } })
      await page.bringToFront()
      await page.goto(`http://127.0.0.1:${port}/?trial=${trial}`)
      await page.waitForFunction(() => 'stage' in globalThis && document.hasFocus())
      await new Promise((resolve) => setTimeout(resolve, CALM_MS))
      return {
        page,
        browser,
        cdp,
        told: () => letters.get(trial) ?? [],
        close: async () => {
          await page.close()
        },
      }
    },
    close: async () => {
      for (const browser of browsers) await browser.close()
      await new Promise((resolve) => server.close(resolve))
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
