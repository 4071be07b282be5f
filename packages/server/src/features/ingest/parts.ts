import type { Part } from '@ochno/evidence/record'
import { type Held, hold, nothingHeld, view } from './held.ts'
import { LIMITS } from './refusal.ts'

/** The open fragment of one track on one connection, as its parts arrive in order (ING-5); no epoch while none is open. */
export type OpenFragment = { epoch: number | null; seq: number; readonly bytes: Held }

/** The fragment was begun and can no longer be sealed from parts. */
const NEVER = -1

export const noFragment = (): OpenFragment => ({ epoch: null, seq: 0, bytes: nothingHeld() })

export function shut(open: OpenFragment): void {
  open.epoch = null
  open.bytes.size = 0
}

/**
 * False: the part does not continue what is there, and the whole fragment will be asked for when it is sealed. A fragment
 * begins once on a connection: who could begin it again and again would show pictures that are never recorded.
 */
export function addPart(open: OpenFragment, part: Part): boolean {
  const begun = open.epoch !== null && open.seq === part.seq
  const continues = begun && open.epoch === part.epoch && open.bytes.size === part.offset
  if (begun && !continues) {
    open.bytes.size = 0
    open.epoch = NEVER
    return false
  }
  if (!continues) shut(open)
  const fits = part.bytes.length <= LIMITS.part && part.offset + part.bytes.length <= LIMITS.payload
  if ((!continues && part.offset !== 0) || !fits) {
    open.bytes.size = 0
    open.epoch = NEVER
    open.seq = part.seq
    return false
  }
  open.epoch = part.epoch
  open.seq = part.seq
  hold(open.bytes, part.bytes)
  return true
}

/** The payload the parts make, when they are all there; good until the next part. */
export function assembled(open: OpenFragment, epoch: number, seq: number, size: number): Uint8Array | null {
  return open.seq === seq && open.epoch === epoch && open.bytes.size === size ? view(open.bytes) : null
}
