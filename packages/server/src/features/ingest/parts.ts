import type { Part } from '@ochno/evidence/record'
import { type Held, hold, nothingHeld, view } from './held.ts'
import { LIMITS } from './refusal.ts'

/** The open fragment of one track on one connection, as its parts arrive in order (ING-5); no epoch while none is open. */
export type OpenFragment = { epoch: number | null; seq: number; readonly bytes: Held }

export const noFragment = (): OpenFragment => ({ epoch: null, seq: 0, bytes: nothingHeld() })

export function shut(open: OpenFragment): void {
  open.epoch = null
  open.bytes.size = 0
}

/** False: the part does not continue what is there, and the whole fragment will be asked for when it is sealed. */
export function addPart(open: OpenFragment, part: Part): boolean {
  const continues = open.seq === part.seq && open.epoch === part.epoch && open.bytes.size === part.offset
  if (!continues) shut(open)
  const fits = part.bytes.length <= LIMITS.part && part.offset + part.bytes.length <= LIMITS.payload
  if ((!continues && part.offset !== 0) || !fits) {
    shut(open)
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
