// Mean colour and unrest of small spots of a face.
import type { Pixels, Region } from './canvas.ts'
import type { Spot } from './mesh-points.ts'
import { spots } from './mesh-points.ts'

export const SPOT_SIDE = 96
const REACH = 2
export type Colour = {
  readonly luma: number
  readonly blue: number
  readonly red: number
  /** Standard deviation of the luma. */
  readonly unrest: number
}
export type Colours = Readonly<Record<Spot, Colour>>

/** `pixels`: the region cut to SPOT_SIDE squared; `points` in the picture. */
export function coloursOf(pixels: Pixels, points: Float32Array, region: Region): Colours {
  const scale = SPOT_SIDE / region.size
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)]
  const middle = (point: number): readonly [number, number] => {
    const x = (points[point * 3] as number) - region.cx
    const y = (points[point * 3 + 1] as number) - region.cy
    return [
      Math.round(SPOT_SIDE / 2 + scale * (cos * x + sin * y)),
      Math.round(SPOT_SIDE / 2 + scale * (-sin * x + cos * y)),
    ]
  }
  const colour = (of: readonly number[]): Colour => {
    let [n, luma, squares, blue, red] = [0, 0, 0, 0, 0]
    for (const [u, v] of of.map(middle))
      for (let y = v - REACH; y <= v + REACH; y++)
        for (let x = u - REACH; x <= u + REACH; x++) {
          if (x < 0 || y < 0 || x >= SPOT_SIDE || y >= SPOT_SIDE) continue
          const at = (y * SPOT_SIDE + x) * 4
          const [r, g, b] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number]
          const light = 0.299 * r + 0.587 * g + 0.114 * b
          luma += light
          squares += light * light
          blue += 128 - 0.168736 * r - 0.331264 * g + 0.5 * b
          red += 128 + 0.5 * r - 0.418688 * g - 0.081312 * b
          n++
        }
    if (n === 0) return { luma: 0, blue: 128, red: 128, unrest: 0 }
    const mean = luma / n
    return {
      luma: mean,
      blue: blue / n,
      red: red / n,
      unrest: Math.sqrt(Math.max(0, squares / n - mean * mean)),
    }
  }
  return Object.fromEntries(Object.entries(spots).map(([spot, of]) => [spot, colour(of)])) as Colours
}
