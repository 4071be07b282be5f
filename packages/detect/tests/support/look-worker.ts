/// <reference lib="webworker" />
// The eyes of the product on pictures that are handed to them, at the moments they are handed: the same glances on every run.
import { models } from '../../src/models.ts'
import { type Mode, Schedule } from '../../src/schedule.ts'
import { startBackend } from '../../src/see/backend.ts'
import { Eye, type Glance, type Models } from '../../src/see/eye.ts'
import { loadModel } from '../../src/see/load.ts'

export type Ask =
  | { readonly t: 'clip'; readonly mode: Mode }
  | { readonly t: 'picture'; readonly at: number; readonly picture: ImageBitmap }
export type Answer = { readonly glance: Glance | null; readonly ms: number }

/** Pauses as planned, whatever this machine takes for a look. */
class Planned extends Schedule {
  override spent(): void {}
}

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const ready = (async (): Promise<Models> => {
  await startBackend()
  const [faces, mesh, things] = await Promise.all(
    [models.faces, models.mesh, models.things].map((file) => loadModel(file, () => {})),
  )
  return { ...(faces && { faces }), ...(mesh && { mesh }), ...(things && { things }) }
})()
let eye: Eye | null = null

scope.onmessage = async ({ data }: MessageEvent<Ask>) => {
  const loaded = await ready
  if (data.t === 'clip') {
    eye = new Eye(loaded, new Planned(data.mode))
    scope.postMessage({ glance: null, ms: 0 } satisfies Answer)
    return
  }
  const began = performance.now()
  const glance = (await eye?.look(data.picture, data.at)) ?? null
  data.picture.close()
  scope.postMessage({ glance, ms: performance.now() - began } satisfies Answer)
}
