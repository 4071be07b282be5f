// The timeline of somebody watched live: asked for when a viewer goes back, again after a cut, and again where the answer was lost.
// Each answer leaves a row in the journal: one question at a time, and none more often than the pauses say.
import type { TimelineView } from '@ochno/contract/watch'

/** After a first failure it is asked again so much later, then after twice as long, up to a quarter of a minute. */
const AGAIN_MS = 500
const AT_MOST_MS = 15_000
/** A line that is cut again and again makes nobody ask more often than this. */
const LEAST_MS = 10_000

/** Null: refused, and so it stays until the line is made anew. Throws where the same may be answered later. */
export type AskTimeline = () => Promise<TimelineView | null>

export class AskedTimeline {
  readonly #ask: AskTimeline
  readonly #told: (timeline: TimelineView) => void
  #is: 'wanted' | 'asked' | 'there' | 'refused' = 'wanted'
  /** What is being asked for will not know what came since. */
  #stale = false
  #failed = 0
  #now = 0
  #notBefore = 0

  constructor(ask: AskTimeline, told: (timeline: TimelineView) => void) {
    this.#ask = ask
    this.#told = told
  }

  /** It may still come. */
  get awaited(): boolean {
    return this.#is === 'wanted' || this.#is === 'asked'
  }

  /** What came while the line was cut is in no index. */
  cut(): void {
    if (this.#is === 'asked') this.#stale = true
    else this.#is = 'wanted'
  }

  /** A viewer in the past needs it: called as long as one is there. */
  want(now: number): void {
    this.#now = now
    if (this.#is !== 'wanted' || now < this.#notBefore) return
    this.#is = 'asked'
    void this.#once()
  }

  async #once(): Promise<void> {
    const answer = await this.#ask().catch(() => 'lost' as const)
    const said = answer === 'lost' ? null : answer
    this.#failed = answer === 'lost' ? this.#failed + 1 : 0
    this.#is = answer === 'lost' || this.#stale ? 'wanted' : said ? 'there' : 'refused'
    this.#stale = false
    const pause = this.#failed > 0 ? Math.min(AT_MOST_MS, AGAIN_MS * 2 ** (this.#failed - 1)) : LEAST_MS
    this.#notBefore = this.#now + pause
    if (said) this.#told(said)
  }
}
