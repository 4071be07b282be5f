// Runs in an audio worklet: gathers 20 ms of sound and hands it to the recording worker directly.
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare const registerProcessor: (name: string, processor: new () => AudioWorkletProcessor) => void
declare const sampleRate: number
declare const currentTime: number

class Sound extends AudioWorkletProcessor {
  #to: MessagePort | null = null
  #held = new Float32Array(Math.round(sampleRate / 50))
  #filled = 0

  constructor() {
    super()
    this.port.onmessage = (message: MessageEvent<MessagePort>) => {
      this.#to = message.data
    }
  }

  process(inputs: Float32Array[][]): boolean {
    const input = inputs[0]?.[0]
    if (!input || !this.#to) return true
    for (const sample of input) {
      this.#held[this.#filled++] = sample
      if (this.#filled < this.#held.length) continue
      const samples = this.#held
      this.#to.postMessage({ at: currentTime, rate: sampleRate, samples }, [samples.buffer])
      this.#held = new Float32Array(Math.round(sampleRate / 50))
      this.#filled = 0
    }
    return true
  }
}

registerProcessor('ochno-sound', Sound)
