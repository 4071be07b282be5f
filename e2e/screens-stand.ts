// A browser that looks at our pages the way an inspector would: every screen is checked for accessibility, for violations of
// the content policy, and for requests that leave our origin.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { picture } from './pictures.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const desktop = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The eyes look less often on a machine that labours, and one that runs all tests does.
  '--disable-blink-features=ComputePressure',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

const whole = process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium'
/** The same engine without a browser around it: of a page it needs about two thirds of the processor. At night it gives way. */
const shell = process.env.OCHNO_CHROMIUM_SHELL ?? '/usr/bin/chromium-headless-shell'

const open = (executablePath: string, more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...flags, ...more] })

/** For screens to read and press, with a camera, a microphone and the screen as well. */
export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  open(existsSync(shell) ? shell : whole, more)

/** The browser people have: for machines that are checked and whole exams that are recorded. */
export const openWholeBrowser = (...more: readonly string[]): Promise<Browser> => open(whole, more)

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests to other hosts (P-42), breaches of the content policy (B-02), errors of the page. Empty when all is well. */
  readonly trouble: readonly string[]
  /** Fails with what axe found on the screen as it is now. */
  readonly accessible: (screen: string) => Promise<void>
  readonly close: () => Promise<void>
}

type VisitOptions = {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly userAgent?: string
  readonly isMobile?: boolean
  /** Where this person lives. */
  readonly zone?: string
}

export async function visit(browser: Browser, base: string, options: VisitOptions = {}): Promise<Visit> {
  const trouble: string[] = []
  const context = await browser.newContext({
    baseURL: base,
    locale: 'ru-RU',
    timezoneId: options.zone ?? 'Europe/Moscow',
    viewport: options.viewport ?? desktop,
    ...(options.userAgent ? { userAgent: options.userAgent } : {}),
    ...(options.isMobile ? { isMobile: true, hasTouch: true } : {}),
  })
  context.setDefaultTimeout(40_000)
  const own = new URL(base).host
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:' && host !== own)
      trouble.push(`request to ${request.url()}`)
  })
  await context.exposeBinding('ochnoTrouble', (_source, what: string) => trouble.push(what))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      (globalThis as unknown as { ochnoTrouble(what: string): void }).ochnoTrouble(
        `${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      ),
    )
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`))
  return {
    page,
    context,
    trouble,
    accessible: (screen) => accessible(page, screen),
    close: () => context.close(),
  }
}

/** The same for somebody who is signed in. */
export async function visitAs(
  browser: Browser,
  server: { readonly url: string },
  who: { readonly client: { readonly cookie: string } },
  options: VisitOptions = {},
): Promise<Visit> {
  const here = await visit(browser, server.url.replace('localhost', '127.0.0.1'), options)
  const [name, value] = who.client.cookie.split('=') as [string, string]
  await here.context.addCookies([
    { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
  ])
  return here
}

/** Nothing stands out of the screen to the right. */
export async function fits({ page }: Visit): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over, 'wider than the screen by').toBeLessThanOrEqual(0)
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function accessible(page: Page, screen: string): Promise<void> {
  // Colours are judged at rest, not in the middle of a fade.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((one) => one.finished),
    ),
  )
  // Through the debugger: the page's own policy forbids scripts from strings, and stays as it is.
  const cdp = await page.context().newCDPSession(page)
  const run = `axe.run(document, ${JSON.stringify({ runOnly: rules, resultTypes: ['violations'] })})
    .then((found) => JSON.stringify(found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', '))))`
  const there = await cdp.send('Runtime.evaluate', { expression: 'typeof axe' })
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: there.result.value === 'undefined' ? `${axeSource};${run}` : run,
    awaitPromise: true,
  })
  await cdp.detach()
  if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.exception?.description}`)
  expect(JSON.parse(String(result.value)), `accessibility of ${screen}`).toEqual([])
}

/** By the header: some sections stand beside each other, the others behind one word. */
export async function openSection({ page }: Visit, name: string): Promise<void> {
  const header = page.getByRole('navigation')
  const link = header.getByRole('link', { name, exact: true })
  if (!(await link.isVisible())) await header.getByRole('button', { name: 'Ещё' }).click()
  await link.click()
}

/** A screen looked at on a desk and on a phone. */
export async function both(here: Visit, name: string, screen: string) {
  await here.accessible(screen)
  await picture(here.page, name)
  await here.page.setViewportSize(phone)
  await fits(here)
  await picture(here.page, `${name}-phone`)
  await here.page.setViewportSize(desktop)
}
