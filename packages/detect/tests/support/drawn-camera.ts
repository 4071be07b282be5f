// The drawn camera as one text that any browser runs before a page's own scripts, and a drawn film as a file a browser plays.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import type { DrawClip, Part } from '../drawn/clip-page.ts'
import type { Scene } from '../drawn/scene.ts'

async function bundled(entry: string): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, '../drawn', entry),
        formats: ['iife'],
        name: 'ochnoDrawn',
        fileName: 'camera',
      },
    },
  })) as readonly Rolldown.RolldownOutput[]
  const code = made[0]?.output[0].code
  if (!code) throw new Error(`${entry} was not built`)
  return code
}

export const drawnCameraScript = async (scenes: readonly Partial<Scene>[]): Promise<string> =>
  `globalThis.drawnScenes = ${JSON.stringify(scenes)};${await bundled('camera-page.ts')}`

/** What Chromium plays of a file of JPEG pictures, whatever they were made for. */
const PLAYED_PER_SECOND = 30
const DRAWN_PER_SECOND = 3

type Drawing = {
  readonly addScriptTag: (script: { content: string }) => Promise<unknown>
  readonly evaluate: <Arg, Made>(run: (arg: Arg) => Made, arg: Arg) => Promise<Made>
}

/** Draws the film in a page and writes it where Chromium takes it for a camera. It plays it round and round. */
export async function drawnClip(page: Drawing, parts: readonly Part[], path: string): Promise<void> {
  await page.addScriptTag({ content: await bundled('clip-page.ts') })
  const pictures = await page.evaluate(
    ({ parts, perSecond }) =>
      (globalThis as unknown as { readonly drawClip: DrawClip }).drawClip(parts, perSecond),
    { parts, perSecond: DRAWN_PER_SECOND },
  )
  const shown = PLAYED_PER_SECOND / DRAWN_PER_SECOND
  const film = pictures.flatMap((one) => {
    const picture = Buffer.from(one, 'base64')
    return Array.from({ length: shown }, () => picture)
  })
  writeFileSync(path, Buffer.concat(film))
}
