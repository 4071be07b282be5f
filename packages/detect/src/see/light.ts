// Light and movement of the whole picture, from 64 by 48 pixels: arithmetic, no network.
import type { Box } from './boxes.ts'
import type { Pixels } from './canvas.ts'

export const LIGHT_WIDTH = 64
export const LIGHT_HEIGHT = 48

export type Light = {
  readonly mean: number
  readonly spread: number
  /** Energy of the edges: a hand on the lens leaves none. */
  readonly edges: number
  /** Mean luma of the face and of what is around it; null without a face. */
  readonly face: number | null
  readonly around: number | null
  readonly luma: Float32Array
}

/** `face` in parts of the picture's width and height. */
export function lightOf(pixels: Pixels, face: Box | null): Light {
  const [width, height] = [LIGHT_WIDTH, LIGHT_HEIGHT]
  const luma = new Float32Array(width * height)
  let [sum, squares, inside, insideMany] = [0, 0, 0, 0]
  for (let i = 0; i < luma.length; i++) {
    const [r, g, b] = [pixels[i * 4] as number, pixels[i * 4 + 1] as number, pixels[i * 4 + 2] as number]
    const value = 0.299 * r + 0.587 * g + 0.114 * b
    luma[i] = value
    sum += value
    squares += value * value
    if (face && isIn(face, ((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height)) {
      inside += value
      insideMany++
    }
  }
  const mean = sum / luma.length
  const outsideMany = luma.length - insideMany
  return {
    mean,
    spread: Math.sqrt(Math.max(0, squares / luma.length - mean * mean)),
    edges: edgesOf(luma),
    face: insideMany > 0 ? inside / insideMany : null,
    around: insideMany > 0 && outsideMany > 0 ? (sum - inside) / outsideMany : null,
    luma,
  }
}

const isIn = ({ x, y, width, height }: Box, px: number, py: number): boolean =>
  px > x && px < x + width && py > y && py < y + height

function edgesOf(luma: Float32Array): number {
  let energy = 0
  for (let y = 1; y < LIGHT_HEIGHT - 1; y++)
    for (let x = 1; x < LIGHT_WIDTH - 1; x++) {
      const i = y * LIGHT_WIDTH + x
      const at = (offset: number) => luma[i + offset] as number
      const edge = 4 * at(0) - at(-1) - at(1) - at(-LIGHT_WIDTH) - at(LIGHT_WIDTH)
      energy += edge * edge
    }
  return energy / luma.length
}

/** Mean difference of two pictures in grey levels. */
export function differs(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - (b[i] as number))
  return sum / a.length
}
