import { hash } from 'node:crypto'
import type { Hashing } from '../hash.ts'

/** SHA-256, synchronous. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

export function hashingSync<T>(steps: Hashing<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next(sha256(step.value))
  return step.value
}

/** Lets everything else in the process have its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** For long work inside a server: a few milliseconds at a time. */
export async function hashingInTurns<T>(steps: Hashing<T>, atOnce = 250): Promise<T> {
  let step = steps.next()
  for (let n = 1; !step.done; n++) {
    if (n % atOnce === 0) await turn()
    step = steps.next(sha256(step.value))
  }
  return step.value
}
