// The timeline of somebody watched live: asked for when a viewer goes back, again after a cut, and again where the answer was lost.
import type { TimelineView } from '@ochno/contract/watch'

/** After a first failure it is asked again so much later, then after twice as long, at most every quarter of a minute. */
const AGAIN_MS = 500
const AT_MOST_MS = 15_000

type Ask = () => Promise<TimelineView | null>

export class AskedTimeline {
  readonly #ask: Ask
  readonly #told: (timeline: TimelineView) => void
  #is: 'wanted' | 'asked' | 'there' = 'wanted'
  #failed = 0
  #notBefore = 0
  /** What was asked before a cut does not know what came after it. */
  #cuts = 0

  constructor(ask: Ask, told: (timeline: TimelineView) => void) {
    this.#ask = ask
    this.#told = told
  }

  get there(): boolean {
    return this.#is === 'there'
  }

  /** What comes while the line is cut is in no index. */
  cut(): void {
    this.#cuts++
    this.#is = 'wanted'
    this.#notBefore = 0
  }

  /** A viewer in the past needs it: to be called as often as one likes. */
  want(now: number): void {
    if (this.#is !== 'wanted' || now < this.#notBefore) return
    this.#is = 'asked'
    void this.#once(now, this.#cuts)
  }

  async #once(now: number, cuts: number): Promise<void> {
    const timeline = await this.#ask().catch(() => null)
    if (timeline) this.#told(timeline)
    if (cuts !== this.#cuts) return
    this.#is = timeline ? 'there' : 'wanted'
    this.#failed = timeline ? 0 : this.#failed + 1
    this.#notBefore = now + Math.min(AT_MOST_MS, AGAIN_MS * 2 ** (this.#failed - 1))
  }
}
