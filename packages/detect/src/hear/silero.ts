// Silero VAD version 5, for 16 kHz: how likely somebody speaks in 32 ms of sound. What is said and by whom it can not tell.
// Plain arithmetic over the published weights: the library that usually runs them weighs fourteen megabytes.

export const FRAME = 512
const CONTEXT = 64
const WINDOW = 256
const HOP = 128
const BANDS = 129
const CELLS = 128

type Layer = {
  readonly from: number
  readonly to: number
  readonly stride: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}
const shapes = [
  [BANDS, 128, 1],
  [128, 64, 2],
  [64, 64, 2],
  [64, CELLS, 1],
] as const

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

export class Silero {
  readonly #basis: Float32Array
  readonly #layers: readonly Layer[]
  readonly #inner: Float32Array
  readonly #outer: Float32Array
  readonly #innerBias: Float32Array
  readonly #outerBias: Float32Array
  readonly #last: Float32Array
  readonly #lastBias: number
  #hidden = new Float32Array(CELLS)
  #cells = new Float32Array(CELLS)
  #context = new Float32Array(CONTEXT)

  constructor(weights: ArrayBuffer) {
    const all = new Float32Array(weights)
    let at = 0
    const take = (many: number) => {
      at += many
      return all.subarray(at - many, at)
    }
    this.#basis = take(2 * BANDS * WINDOW)
    this.#layers = shapes.map(([from, to, stride]) => ({
      from,
      to,
      stride,
      weights: take(to * from * 3),
      bias: take(to),
    }))
    this.#inner = take(4 * CELLS * CELLS)
    this.#outer = take(4 * CELLS * CELLS)
    this.#innerBias = take(4 * CELLS)
    this.#outerBias = take(4 * CELLS)
    this.#last = take(CELLS)
    this.#lastBias = take(1)[0] ?? 0
    if (at !== all.length) throw new Error('the weights of the voice network are others')
  }

  /** FRAME samples of -1 to 1. */
  speech(frame: Float32Array): number {
    const sound = new Float32Array(CONTEXT + FRAME + CONTEXT)
    sound.set(this.#context)
    sound.set(frame, CONTEXT)
    this.#context = frame.slice(FRAME - CONTEXT)
    const end = CONTEXT + FRAME
    for (let i = 0; i < CONTEXT; i++) sound[end + i] = sound[end - 2 - i] as number
    let layer = { values: this.#spectrum(sound), long: 4 }
    for (const one of this.#layers) layer = convolved(layer.values, layer.long, one)
    return this.#decided(layer.values)
  }

  #spectrum(sound: Float32Array): Float32Array {
    const values = new Float32Array(BANDS * 4)
    for (let t = 0; t < 4; t++)
      for (let band = 0; band < BANDS; band++) {
        let [real, imaginary] = [0, 0]
        for (let i = 0; i < WINDOW; i++) {
          const sample = sound[t * HOP + i] as number
          real += (this.#basis[band * WINDOW + i] as number) * sample
          imaginary += (this.#basis[(band + BANDS) * WINDOW + i] as number) * sample
        }
        values[band * 4 + t] = Math.sqrt(real * real + imaginary * imaginary)
      }
    return values
  }

  /** One step of the memory, and what it says. */
  #decided(input: Float32Array): number {
    const gates = new Float32Array(4 * CELLS)
    for (let i = 0; i < 4 * CELLS; i++) {
      let sum = (this.#innerBias[i] as number) + (this.#outerBias[i] as number)
      for (let j = 0; j < CELLS; j++)
        sum +=
          (this.#inner[i * CELLS + j] as number) * (input[j] as number) +
          (this.#outer[i * CELLS + j] as number) * (this.#hidden[j] as number)
      gates[i] = sum
    }
    const gate = (which: number, i: number) => gates[which * CELLS + i] as number
    const hidden = new Float32Array(CELLS)
    let out = this.#lastBias
    for (let i = 0; i < CELLS; i++) {
      const cell =
        sigmoid(gate(1, i)) * (this.#cells[i] as number) + sigmoid(gate(0, i)) * Math.tanh(gate(2, i))
      this.#cells[i] = cell
      const value = sigmoid(gate(3, i)) * Math.tanh(cell)
      hidden[i] = value
      out += (this.#last[i] as number) * Math.max(0, value)
    }
    this.#hidden = hidden
    return sigmoid(out)
  }
}

function convolved(values: Float32Array, long: number, { from, to, stride, weights, bias }: Layer) {
  const made = Math.floor((long - 1) / stride) + 1
  const out = new Float32Array(to * made)
  for (let channel = 0; channel < to; channel++)
    for (let t = 0; t < made; t++) {
      let sum = bias[channel] as number
      for (let j = 0; j < from; j++)
        for (let k = 0; k < 3; k++) {
          const at = t * stride - 1 + k
          if (at >= 0 && at < long)
            sum += (weights[(channel * from + j) * 3 + k] as number) * (values[j * long + at] as number)
        }
      out[channel * made + t] = Math.max(0, sum)
    }
  return { values: out, long: made }
}
