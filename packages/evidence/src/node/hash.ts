import { hash } from 'node:crypto'
import type { Hashing } from '../hash.ts'

/** SHA-256, synchronous. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

export function hashingSync<T>(steps: Hashing<T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next(sha256(step.value))
  return step.value
}
