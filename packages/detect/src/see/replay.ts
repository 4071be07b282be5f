// A picture that repeats itself to the pixel is no camera's: real ones are never twice the same.
import { differs } from './light.ts'

const KEPT = 150
/** Grey levels. A replay differs by nothing, noise over a picture that stands still by 0.4, pictures of a filmed camera by 2.3 and more. */
const SAME = 0.25
/** Below this the picture stands still, which is another thing than a replay. */
const STILL = 0.05
const RUN = 4

export class ReplayWatch {
  #past: { readonly luma: Float32Array; readonly runs: number[] }[] = []

  /** True when the last four pictures are four earlier ones, in their order, and the picture does move. */
  sees(luma: Float32Array): boolean {
    const last = this.#past.at(-1)
    const moves = last !== undefined && differs(last.luma, luma) >= STILL
    const runs = this.#past.map((_, i) => {
      const lag = this.#past.length - i
      const same = lag >= RUN && moves && differs((this.#past[i] as { luma: Float32Array }).luma, luma) < SAME
      return same ? (last?.runs[lag - 1] ?? 0) + 1 : 0
    })
    // `byLag[lag - 1]`: how many pictures running were the one `lag` before them.
    const byLag = runs.toReversed()
    this.#past = [...this.#past.slice(1 - KEPT), { luma, runs: byLag }]
    return byLag.some((run) => run >= RUN)
  }
}
