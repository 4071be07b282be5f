/// <reference path="../../src/vite.d.ts" />
// A page without anything but eyes: tests and benchmarks hand it addresses of pictures.
import { openEyes } from '../../src/index.ts'
import type { Glance } from '../../src/see/eye.ts'
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
): Promise<readonly Glance[]> {
  await ask({ t: 'clip' })
  const glances: Glance[] = []
  for (const { at, url } of pictures) {
    const picture = await createImageBitmap(await (await fetch(url)).blob())
    const { glance } = await ask({ t: 'picture', at, picture }, [picture])
    if (glance) glances.push(glance)
  }
  return glances
}

export type Looking = { readonly openEyes: typeof openEyes; readonly lookAt: typeof lookAt }
;(globalThis as unknown as { looking: Looking }).looking = { openEyes, lookAt }
