import { Buffer } from 'node:buffer'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = (at: string) => fileURLToPath(new URL(`../docs/${at}/`, import.meta.url))
const asked = process.env.OCHNO_PICTURES

async function shot(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready)
  return page.screenshot({ animations: 'disabled' })
}

/** Pictures of the documentation are taken by the tests: OCHNO_PICTURES=1 writes them anew, a folder's name puts them there. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!asked) return
  const to = asked === '1' ? folder('images') : asked
  writeFileSync(join(to, `${name}.png`), await shot(page))
}

/** Of the stories the documentation keeps a few, made light: of those that lie there already new ones are taken. */
export async function storyPicture(page: Page, name: string): Promise<void> {
  if (!asked) return
  const [to, all] = asked === '1' ? [folder('pictures/stories'), false] : [asked, true]
  const path = join(to, `${name}.webp`)
  if (all || existsSync(path)) writeFileSync(path, await asWebp(page, await shot(page)))
}

/** The browser itself packs it, in a page without our content policy. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const bench = await page.context().newPage()
  const url = await bench.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    return canvas.toDataURL('image/webp', 0.8)
  }, png.toString('base64'))
  await bench.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
