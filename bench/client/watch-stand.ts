// The whole server and a real browser for the figures of watching.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultIngestPolicy } from '@ochno/domain/recording/window'
import { startCluster } from '@ochno/testkit/cluster'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { build } from 'vite'
import { builtLibrary } from '../../packages/capture/tests/support/browser.ts'
import type {} from '../../packages/web/tests/support/player-page.ts'

export type WatchStand = {
  readonly server: TestServer
  readonly open: (who: TestPerson, path?: string) => Promise<Page>
  readonly close: () => Promise<void>
}

const root = join(import.meta.dirname, '../../packages/web/tests/support')

export async function watchStand(): Promise<WatchStand> {
  const web = mkdtempSync(join(tmpdir(), 'ochno-watch-bench-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      outDir: web,
      lib: { entry: join(root, 'player-page.ts'), formats: ['es'], fileName: 'page' },
    },
  })
  cpSync(await builtLibrary(), join(web, 'lib'), { recursive: true })
  writeFileSync(
    join(web, 'index.html'),
    '<!doctype html><meta charset=utf-8><title>-</title><script type=module src=/main.js></script>',
  )
  writeFileSync(
    join(web, 'main.js'),
    "import '/page.js'; import * as capture from '/lib/capture.js'; window.capture = capture; document.title = 'ready'",
  )
  const stopCluster = await startCluster()
  const server = await bootServer({
    config: { webDir: web },
    ingestPolicy: { ...defaultIngestPolicy, quotaBytesPerS: 1e9, quotaBurstBytes: 1e10 },
  })
  const browsers: Browser[] = []
  return {
    server,
    async open(who, path = '/') {
      const browser = await puppeteer.launch({
        executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        args: [
          ...[
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
          ],
          ...['--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream'],
        ],
      })
      browsers.push(browser)
      const page = await browser.newPage()
      const [name, value] = who.client.cookie.split('=') as [string, string]
      await browser.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true })
      await page.goto(server.url.replace('localhost', '127.0.0.1') + path)
      await page.waitForFunction(() => document.title === 'ready')
      return page
    },
    async close() {
      for (const browser of browsers) await browser.close()
      await server.stop()
      await stopCluster()
      rmSync(web, { recursive: true, force: true })
    },
  }
}
