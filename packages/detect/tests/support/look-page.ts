/// <reference path="../../src/vite.d.ts" />
// A page without anything but eyes: tests and benchmarks hand it addresses of pictures.
import { openEyes } from '../../src/index.ts'
import type { Mode } from '../../src/schedule.ts'
import type { Glance } from '../../src/see/eye.ts'
import { drawScene } from '../drawn/draw-scene.ts'
import type { Scene } from '../drawn/scene.ts'
import workerUrl from './look-worker.ts?worker&url'
import type { Answer, Ask } from './look-worker.ts'

let worker: Worker | null = null
const ask = (message: Ask, transfer: Transferable[] = []) =>
  new Promise<Answer>((resolve, reject) => {
    worker ??= new Worker(workerUrl, { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(message, transfer)
  })

/** What the eyes saw in the pictures of one clip, each at its moment. */
async function lookAt(
  pictures: readonly { readonly at: number; readonly url: string }[],
  mode: Mode = 'usual',
): Promise<readonly Glance[]> {
  await ask({ t: 'clip', mode })
  const glances: Glance[] = []
  for (const { at, url } of pictures) {
    const picture = await createImageBitmap(await (await fetch(url)).blob())
    const { glance } = await ask({ t: 'picture', at, picture }, [picture])
    if (glance) glances.push(glance)
  }
  return glances
}

const canvasOf = () => {
  const canvas = new OffscreenCanvas(640, 480).getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('no 2D canvas')
  return canvas
}
const bitmapOf = async (url: string) => createImageBitmap(await (await fetch(url)).blob())

/** The same for scenes that are painted here, on photographs where there are any. */
async function lookAtScenes(
  scenes: readonly { readonly at: number; readonly scene: Scene }[],
  photoUrls: readonly string[],
  mode: Mode = 'usual',
): Promise<readonly Glance[]> {
  const photos = await Promise.all(photoUrls.map(bitmapOf))
  const canvas = canvasOf()
  await ask({ t: 'clip', mode })
  const glances: Glance[] = []
  for (const { at, scene } of scenes) {
    drawScene(canvas, scene, photos)
    const picture = canvas.canvas.transferToImageBitmap()
    const { glance } = await ask({ t: 'picture', at, picture }, [picture])
    if (glance) glances.push(glance)
  }
  for (const photo of photos) photo.close()
  return glances
}

/** A JPEG of a scene, as text. */
async function painted(scene: Scene, photoUrls: readonly string[]): Promise<string> {
  const canvas = canvasOf()
  drawScene(canvas, scene, await Promise.all(photoUrls.map(bitmapOf)))
  const bytes = new Uint8Array(
    await (await canvas.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })).arrayBuffer(),
  )
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

const page = { openEyes, lookAt, lookAtScenes, painted }
export type Looking = Readonly<typeof page>
;(globalThis as unknown as { looking: Looking }).looking = page
