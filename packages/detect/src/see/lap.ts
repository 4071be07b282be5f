// Where hands hold things: the middle of the lower half, looked at by itself. At twice its size the network knows an open book,
// which it does not in the whole picture.
import { LIGHT_HEIGHT, LIGHT_WIDTH } from './light.ts'

export const lap = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 } as const

/** Grey levels by which the lap has to differ from what was there at the last look. */
const CHANGED = 20
/** So many looks out of turn, one more each so many milliseconds: who never sits still costs no more than this. */
const MOST_LOOKS = 2
const EARNED_MS = 15_000

/** Whether the lap is worth a look before its turn, by the small grey picture that is at hand anyway. */
export class LapWatch {
  #known: Float32Array | null = null
  #credit = MOST_LOOKS
  #at: number | null = null
  #changed = false

  /** Yes once for a change that two pictures running show. */
  sees(luma: Float32Array, at: number): boolean {
    this.#credit = Math.min(MOST_LOOKS, this.#credit + (at - (this.#at ?? at)) / EARNED_MS)
    this.#at = at
    const now = partOf(luma)
    this.#known ??= now
    const before = this.#changed
    this.#changed = difference(this.#known, now) > CHANGED
    if (!before || !this.#changed || this.#credit < 1) return false
    this.#credit--
    this.#known = now
    this.#changed = false
    return true
  }
}

function partOf(luma: Float32Array): Float32Array {
  const [left, width] = [lap.x * LIGHT_WIDTH, lap.width * LIGHT_WIDTH]
  const [top, height] = [lap.y * LIGHT_HEIGHT, lap.height * LIGHT_HEIGHT]
  const part = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    part.set(luma.subarray((top + y) * LIGHT_WIDTH + left, (top + y) * LIGHT_WIDTH + left + width), y * width)
  return part
}

/** Of its own mean each, so that a cloud before the sun is no change. */
function difference(a: Float32Array, b: Float32Array): number {
  const [ma, mb] = [mean(a), mean(b)]
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - ma - (b[i] as number) + mb)
  return sum / a.length
}
const mean = (values: Float32Array) => values.reduce((all, value) => all + value, 0) / values.length
