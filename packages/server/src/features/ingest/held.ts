// Memory for what is kept for seconds and thrown away for years: each track writes into the same bytes again and again. New
// ones for every fragment would outlive the quick rounds of the garbage collector and make it walk through everything.
import { copyOf } from '@ochno/evidence/bytes'

const STEP = 64 * 1024

export type Held = { memory: Uint8Array; size: number }

export const nothingHeld = (): Held => ({ memory: new Uint8Array(0), size: 0 })

/** Copies bytes behind what is there. */
export function hold(held: Held, bytes: Uint8Array): void {
  const size = held.size + bytes.length
  if (size > held.memory.length) {
    const larger = new Uint8Array(Math.ceil(size / STEP) * STEP)
    larger.set(held.memory.subarray(0, held.size))
    held.memory = larger
  }
  held.memory.set(bytes, held.size)
  held.size = size
}

/** Good until something else is held. */
export const view = ({ memory, size }: Held): Uint8Array => memory.subarray(0, size)

/** Good for ever. */
export const copy = (held: Held): Uint8Array => copyOf(view(held))
