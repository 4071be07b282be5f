// Somebody else may look and listen too, without opening the devices again: one frame for each time it is asked for, and sound
// from when it is asked for, in tenths of a second.
export class Tap {
  readonly #port: MessagePort
  #asked = false
  #listens = false
  #sound: Float32Array<ArrayBuffer> = new Float32Array(0)
  #filled = 0

  constructor(port: MessagePort) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<'next' | 'sound'>) => {
      if (data === 'sound') this.#listens = true
      else this.#asked = true
    }
  }

  /** The frame stays the caller's; a clone shares its memory until whoever asked closes it. */
  frame(frame: VideoFrame): void {
    if (!this.#asked) return
    this.#asked = false
    const copy = frame.clone()
    this.#port.postMessage(copy, [copy])
  }

  sound(data: AudioData): void {
    if (!this.#listens) return
    const samples = new Float32Array(data.numberOfFrames)
    data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
    this.samples(data.sampleRate, samples)
  }

  samples(rate: number, samples: Float32Array): void {
    if (!this.#listens) return
    if (this.#sound.length !== Math.ceil(rate / 10)) {
      this.#sound = new Float32Array(Math.ceil(rate / 10))
      this.#filled = 0
    }
    for (let at = 0; at < samples.length; ) {
      const taken = samples.subarray(at, at + this.#sound.length - this.#filled)
      this.#sound.set(taken, this.#filled)
      this.#filled += taken.length
      at += taken.length
      if (this.#filled < this.#sound.length) return
      const full = this.#sound
      this.#sound = new Float32Array(full.length)
      this.#filled = 0
      this.#port.postMessage({ rate, samples: full }, [full.buffer])
    }
  }

  close(): void {
    this.#port.close()
  }
}
