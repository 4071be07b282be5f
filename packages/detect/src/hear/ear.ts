// Sound of any rate -> how much of it was speech. Silence costs nothing: the network sleeps until it is loud enough.
import { FRAME, Silero } from './silero.ts'

const RATE = 16_000
/** −50 dB: below this nobody could be understood. */
const LOUD = 0.003
/** So long after the last loud moment the network still listens. */
const LINGER = 30
const SPEECH = 0.5

export type Sound = { readonly rate: number; readonly samples: Float32Array }

export class Ear {
  readonly #silero: Silero
  #frame = new Float32Array(FRAME)
  #filled = 0
  #phase = 0
  #sum = 0
  #many = 0
  #linger = 0

  constructor(weights: ArrayBuffer) {
    this.#silero = new Silero(weights)
  }

  /** Seconds of speech in this sound, in steps of 32 ms. */
  hear({ rate, samples }: Sound): number {
    let speech = 0
    // The mean of what falls on one sample of 16 kHz: crude, and enough for a network that was taught on telephones.
    for (const sample of samples) {
      this.#sum += sample
      this.#many++
      this.#phase += RATE
      if (this.#phase < rate) continue
      this.#phase -= rate
      this.#frame[this.#filled++] = this.#sum / this.#many
      this.#sum = 0
      this.#many = 0
      if (this.#filled < FRAME) continue
      this.#filled = 0
      if (this.#isSpeech()) speech += FRAME / RATE
    }
    return speech
  }

  #isSpeech(): boolean {
    const loud = this.#frame.some((sample) => Math.abs(sample) > LOUD)
    this.#linger = loud ? LINGER : this.#linger - 1
    return this.#linger > 0 && this.#silero.speech(this.#frame) > SPEECH
  }
}
