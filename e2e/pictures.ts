import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const documented = fileURLToPath(new URL('../docs/images/', import.meta.url))
const asked = process.env.OCHNO_PICTURES

/** Pictures of the documentation are taken by the tests: OCHNO_PICTURES=1 writes them anew, a folder's name puts them there. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!asked) return
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({
    path: join(asked === '1' ? documented : asked, `${name}.png`),
    animations: 'disabled',
  })
}
