// The application as it is served, on a machine of its own with a browser before it: there from the first test of a file to the last.
import { rmSync } from 'node:fs'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { builtWeb } from './built-web.ts'
import { openBrowser, openWholeBrowser } from './screens-stand.ts'

export type ServedScreens = { readonly server: TestServer; readonly browser: Browser }

type Given = {
  /** The browser is started with this besides the usual. */
  readonly flags?: readonly string[]
  /** The browser people have, and not only its engine: for what is asked of the machine's devices themselves. */
  readonly whole?: boolean
  /** What is there before the first test. */
  readonly prepare?: (server: TestServer) => Promise<unknown>
}

export function servedScreens({ flags = [], whole = false, prepare }: Given = {}): ServedScreens {
  let webDir: string
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    webDir = await builtWeb('production')
    server = await bootServer({ config: { webDir } })
    await prepare?.(server)
    browser = await (whole ? openWholeBrowser : openBrowser)(...flags)
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    if (webDir) rmSync(webDir, { recursive: true, force: true })
  })
  return {
    get server() {
      return server
    },
    get browser() {
      return browser
    },
  }
}
