// The drawn camera as one text that any browser runs before a page's own scripts.
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import type { Scene } from '../drawn/scene.ts'

export async function drawnCameraScript(scenes: readonly Partial<Scene>[]): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, '../drawn/camera-page.ts'),
        formats: ['iife'],
        name: 'ochnoDrawn',
        fileName: 'camera',
      },
    },
  })) as readonly Rolldown.RolldownOutput[]
  const code = made[0]?.output[0].code
  if (!code) throw new Error('the drawn camera was not built')
  return `globalThis.drawnScenes = ${JSON.stringify(scenes)};${code}`
}
