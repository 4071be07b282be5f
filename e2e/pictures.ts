import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url))

/** Pictures of the documentation are taken by the tests: OCHNO_PICTURES=1 writes them anew. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.OCHNO_PICTURES !== '1') return
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}
