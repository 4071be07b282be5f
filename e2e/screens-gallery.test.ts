// Every component and every state of the exam page, looked at one by one: no accessibility fault, no breach of the policy,
// nothing wider than the screen, in both languages, on a desk and on a phone.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { desktop, openBrowser, phone, type Visit, visit } from './screens-stand.ts'
import { staticWeb } from './static-web.ts'

const folders: string[] = []
let browser: Browser
let site: Awaited<ReturnType<typeof staticWeb>>

beforeAll(async () => {
  folders.push(await builtWeb('demo'), await builtWeb('production'))
  site = await staticWeb(folders[0] as string)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function specimens(look: Visit): Promise<readonly string[]> {
  await look.page.goto('/gallery')
  await look.page.locator('main a[href*="only="]').first().waitFor()
  const links = await look.page.locator('main a[href*="only="]').all()
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
}

/** As a link leads there: the application stays, each specimen is put up anew. */
async function open({ page }: Visit, to: string): Promise<void> {
  await page.evaluate((path) => history.pushState(null, '', path), to)
  const name = new URLSearchParams(to.slice(to.indexOf('?'))).get('only')
  await page.locator(`[data-specimen="${name}"]`).waitFor({ state: 'attached' })
}

/** Names and colours are the same marks in both languages: where only the words are others, their room is looked at. */
async function clean(look: Visit, name: string, whole: boolean): Promise<void> {
  await look.page.locator('h1').first().waitFor()
  await look.page.evaluate(() => document.fonts.ready)
  if (whole) await look.accessible(name)
  const over = await look.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over, `${name} is wider than the screen by`).toBeLessThanOrEqual(0)
}

describe('B-02 the pages under the strict content policy', () => {
  for (const [language, viewport] of [
    ['ru', desktop],
    ['ru', phone],
    ['en', desktop],
  ] as const)
    test(`every specimen of the gallery ${language === 'ru' ? 'is accessible' : 'fits'}: ${language}, ${viewport.width} px`, async () => {
      const look = await visit(browser, site.url, { viewport })
      await look.context.addInitScript((chosen) => localStorage.setItem('ochno.language', chosen), language)
      const pages = await specimens(look)
      expect(pages.length).toBeGreaterThan(10)
      await clean(look, 'gallery', true)
      for (const page of pages) {
        await open(look, page)
        await clean(look, page, language === 'ru')
      }
      expect(look.trouble).toEqual([])
      await look.close()
    })

  test('a string can not become a script, a style or markup', async () => {
    const look = await visit(browser, site.url)
    await look.page.goto('/gallery')
    const attempts = await look.page.evaluate(async () => {
      const attempt = (act: () => unknown): string => {
        try {
          act()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      }
      return [
        attempt(() => {
          document.body.insertAdjacentHTML('beforeend', '<b>x</b>')
        }),
        attempt(() => {
          new Worker('/assets/anything.js')
        }),
        // Later, so that it is the page that tries and not the debugger, whom no policy binds.
        await new Promise<string>((resolve) =>
          setTimeout(() => resolve(attempt(() => Function('return 1')())), 0),
        ),
      ]
    })
    expect(attempts).toEqual(['TypeError', 'TypeError', 'EvalError'])
    await look.close()
  })
})

test('whoever asks for less motion sees nothing that moves on and on', async () => {
  const look = await visit(browser, site.url)
  const endless = () =>
    look.page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((one) => one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY).length,
    )
  await look.page.goto('/gallery?only=room')
  await look.page.locator('h1').first().waitFor()
  await expect.poll(endless).toBeGreaterThan(0)
  await look.page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(endless).toBe(0)
  await look.close()
})

test('B-33 the production bundle has neither gallery nor source maps', () => {
  const files = readdirSync(folders[1] as string, { recursive: true }).map(String)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  const has = (folder: string): boolean =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.js'))
      .some((file) => readFileSync(join(folder, file), 'utf8').includes('/gallery'))
  expect(has(folders[0] as string)).toBe(true)
  expect(has(folders[1] as string)).toBe(false)
})
