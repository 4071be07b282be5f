// The product as people meet it: its server, its built pages, and browsers whose clocks are this machine's.
import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { defaultIngestPolicy } from '@ochno/domain/recording/window'
import { startCluster } from '@ochno/testkit/cluster'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { type Browser, chromium, type Page } from 'playwright-core'

type Look = { readonly width?: number; readonly height?: number; readonly port?: number }

export type WebStand = {
  readonly server: TestServer
  readonly port: number
  /** A page of somebody who is signed in; `port`: of a proxy before the server. */
  readonly page: (browser: Browser, who: TestPerson, look?: Look) => Promise<Page>
  /** `hz`: what the microphone of every page says, without a pause. */
  readonly browser: (hz?: number) => Promise<Browser>
  readonly close: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** `OCHNO_BENCH_WEB`: pages built before, for those who run this again and again. */
async function builtPages(outDir: string): Promise<string> {
  if (process.env.OCHNO_BENCH_WEB) return process.env.OCHNO_BENCH_WEB
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', '--mode', 'production', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    ],
    { cwd: join(root, 'packages/web'), env: { ...process.env, NODE_ENV: 'production' } },
  )
  return outDir
}

/** `proxies` are asked with the server's port before it starts, since it answers only to origins it knows. */
export async function webStand(
  proxies: (port: number) => Promise<readonly number[]> = async () => [],
): Promise<WebStand> {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-web-bench-'))
  const webDir = await builtPages(join(folder, 'web'))
  const port = await freePort()
  const origins = [port, ...(await proxies(port))].map((one) => `http://127.0.0.1:${one}`)
  const stopCluster = await startCluster()
  const server = await bootServer({
    config: { webDir, port, origins },
    ingestPolicy: { ...defaultIngestPolicy, quotaBytesPerS: 1e9, quotaBurstBytes: 1e10 },
  })
  const browsers: Browser[] = []
  return {
    server,
    port,
    async browser(hz) {
      const browser = await chromium.launch({
        executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
        args: [
          ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
          ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
          ...['--allow-loopback-in-peer-connection', '--autoplay-policy=no-user-gesture-required'],
          ...(hz ? [`--use-file-for-fake-audio-capture=${tone(join(folder, `${hz}.wav`), hz)}`] : []),
        ],
      })
      browsers.push(browser)
      return browser
    },
    async page(browser, who, { width = 1440, height = 900, port: through = port } = {}) {
      const context = await browser.newContext({
        baseURL: `http://127.0.0.1:${through}`,
        locale: 'ru-RU',
        timezoneId: 'Europe/Moscow',
        viewport: { width, height },
      })
      context.setDefaultTimeout(60_000)
      const [name, value] = who.client.cookie.split('=') as [string, string]
      await context.addCookies([
        { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
      ])
      await context.grantPermissions(['camera', 'microphone'])
      return context.newPage()
    },
    async close() {
      for (const browser of browsers) await browser.close()
      await server.stop()
      await stopCluster()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function tone(file: string, hz: number): string {
  const source = `sine=frequency=${hz}:duration=5:sample_rate=48000`
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-c:a', 'pcm_s16le', file])
  return file
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
