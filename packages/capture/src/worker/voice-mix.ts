// The proctor's voice in a call is put into the examinee's sound before it is encoded, so that both stand in one record.
// It comes over the network and stays no clock: the microphone's samples set the pace, what is late is waited for or left out.

/** Heard before the first of it is used, so that a packet that is late leaves no hole. */
const AHEAD_S = 0.06
/** More than this waiting means that the two clocks ran apart: the oldest is left out. */
const MOST_S = 0.4

export class VoiceMix {
  #rate = 48_000
  #waiting: Float32Array<ArrayBuffer> = new Float32Array(0)
  #flows = false

  /** What was heard from the other side, at its own rate. */
  hear(rate: number, samples: Float32Array): void {
    const heard = rate === this.#rate ? samples : resampled(samples, rate / this.#rate)
    const joined = new Float32Array(this.#waiting.length + heard.length)
    joined.set(this.#waiting)
    joined.set(heard, this.#waiting.length)
    const most = Math.round(MOST_S * this.#rate)
    this.#waiting =
      joined.length > most ? joined.slice(joined.length - Math.round(AHEAD_S * this.#rate)) : joined
  }

  /** The next samples of the other side, for as many of the microphone; silence where nothing is there. */
  take(rate: number, count: number): Float32Array<ArrayBuffer> {
    if (rate !== this.#rate) {
      this.#waiting = resampled(this.#waiting, this.#rate / rate)
      this.#rate = rate
    }
    const taken = new Float32Array(count)
    this.#flows ||= this.#waiting.length >= AHEAD_S * rate
    if (!this.#flows) return taken
    taken.set(this.#waiting.subarray(0, count))
    this.#waiting = this.#waiting.slice(count)
    // Ran dry: gather a little before going on.
    if (this.#waiting.length === 0) this.#flows = false
    return taken
  }
}

/** Two voices at once may be louder than one can be; nothing wraps around. */
export function addVoice(into: Float32Array, voice: Float32Array): void {
  for (let at = 0; at < into.length; at++)
    into[at] = Math.max(-1, Math.min(1, (into[at] ?? 0) + (voice[at] ?? 0)))
}

/** Straight lines between samples: speech needs no more. */
function resampled(samples: Float32Array, step: number): Float32Array<ArrayBuffer> {
  const made = new Float32Array(Math.floor(samples.length / step))
  for (let at = 0; at < made.length; at++) {
    const from = Math.floor(at * step)
    const [left, right] = [samples[from] ?? 0, samples[from + 1] ?? samples[from] ?? 0]
    made[at] = left + (right - left) * (at * step - from)
  }
  return made
}
