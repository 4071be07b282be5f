// Draws a story as pictures of a film. In one corner of each the number of its scene stands as a shade of grey, so that whoever plays
// the film can tell which scene a browser shows, however slowly it plays.
import { drawScene } from './draw-scene.ts'
import { type Scene, sitting } from './scene.ts'

export type Part = { readonly seconds: number; readonly scene: Partial<Scene> }

const MARK_PX = 24
const MARK_DARKEST = 20
export const MARK_STEP = 32

export const shadeOf = (scene: number): number => MARK_DARKEST + scene * MARK_STEP

/** JPEG pictures, base64: so many a second, each another one. */
function drawClip(parts: readonly Part[], perSecond: number): readonly string[] {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2D canvas')
  const pictures: string[] = []
  parts.forEach(({ seconds, scene }, number) => {
    for (let i = 0; i < seconds * perSecond; i++) {
      const frame = pictures.length
      drawScene(context, {
        ...sitting,
        x: sitting.x + Math.sin(frame / 3) * 2,
        seed: frame + 1,
        ...scene,
      })
      const shade = shadeOf(number)
      context.fillStyle = `rgb(${shade},${shade},${shade})`
      context.fillRect(0, 0, MARK_PX, MARK_PX)
      pictures.push(canvas.toDataURL('image/jpeg', 0.85).split(',')[1] as string)
    }
  })
  return pictures
}

Object.assign(globalThis, { drawClip })
export type DrawClip = typeof drawClip
