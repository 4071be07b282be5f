// Somebody speaks, and the examinee's lips move or do not. Whose voice it is nobody asks.
import type { SoundSignal } from '@ochno/domain/hint/signal'

export type Voice = NonNullable<SoundSignal['voice']>

const SPEECH_WITHIN_MS = 2_000
const LEAST_SPEECH_S = 0.3
const LIPS_WITHIN_MS = 2_600
const LEAST_LOOKS = 4
/** Standard deviation of the mouth's height to its width: moving above, still below, and between them nobody can say. */
const MOVING = 0.03
const STILL = 0.012

type Timed = { readonly at: number; readonly value: number }
const since = (list: readonly Timed[], at: number): readonly Timed[] => list.filter((one) => one.at > at)

export class VoiceSense {
  #mouth: readonly Timed[] = []
  #speech: readonly Timed[] = []
  #said: Voice | null = null
  #since: number | null = null

  /** Height of the mouth to its width; null where no face was followed. */
  saw(at: number, mouth: number | null): void {
    this.#mouth = mouth === null ? [] : [...since(this.#mouth, at - LIPS_WITHIN_MS), { at, value: mouth }]
  }

  /** Null where it can not be said: somebody speaks, and the lips were not seen well enough. */
  heard(at: number, speechSeconds: number): Voice | null {
    this.#speech = [...since(this.#speech, at - SPEECH_WITHIN_MS), { at, value: speechSeconds }]
    const before = this.#said
    const speech = this.#speech.reduce((sum, { value }) => sum + value, 0)
    if (speech < LEAST_SPEECH_S) this.#said = 'none'
    else this.#said = this.#lips(at)
    if (this.#said !== before) this.#since = this.#began(at, before)
    return this.#said
  }

  /** For how long it has been as said: from the first of the speech, as far back as the lips were seen. */
  heldMs(at: number): number {
    return this.#since === null ? 0 : Math.max(0, at - this.#since)
  }

  #began(at: number, before: Voice | null): number | null {
    if (this.#said === null || this.#said === 'none') return null
    // From one person's voice to another's: nobody knows when, so now.
    if (before === 'examinee' || before === 'lips_still') return at
    const [spoke, saw] = [this.#speech.find(({ value }) => value > 0), this.#mouth[0]]
    return Math.max(spoke ? spoke.at - spoke.value * 1_000 : at, saw?.at ?? at)
  }

  #lips(at: number): Voice | null {
    const seen = since(this.#mouth, at - LIPS_WITHIN_MS).map(({ value }) => value)
    if (seen.length < LEAST_LOOKS) return null
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length
    const moved = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) / seen.length)
    if (moved >= MOVING) return 'examinee'
    if (moved <= STILL) return 'lips_still'
    // Between the two, what was so a moment ago still is.
    return this.#said === 'none' ? null : this.#said
  }
}
