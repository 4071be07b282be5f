import type { Part } from '@ochno/evidence/record'
import { LIMITS } from './refusal.ts'

/** The open fragment of one track on one connection, as its parts arrive in order (ING-5). */
export type OpenFragment = { readonly epoch: number; readonly seq: number; bytes: Uint8Array[]; size: number }

/** Null: the part does not continue what is there, and the whole fragment will be asked for when it is sealed. */
export function addPart(open: OpenFragment | null, part: Part): OpenFragment | null {
  const continues =
    open !== null && open.seq === part.seq && open.epoch === part.epoch && open.size === part.offset
  if (!continues && part.offset !== 0) return null
  if (part.bytes.length > LIMITS.part) return null
  const target = continues ? open : { epoch: part.epoch, seq: part.seq, bytes: [], size: 0 }
  if (target.size + part.bytes.length > LIMITS.payload) return null
  target.bytes.push(part.bytes)
  target.size += part.bytes.length
  return target
}

/** The payload the parts make, when they are all there. */
export function assembled(
  open: OpenFragment | null,
  epoch: number,
  seq: number,
  size: number,
): Uint8Array | null {
  if (!open || open.seq !== seq || open.epoch !== epoch || open.size !== size) return null
  const [only] = open.bytes
  if (open.bytes.length === 1 && only) return only
  const payload = new Uint8Array(size)
  let at = 0
  for (const bytes of open.bytes) {
    payload.set(bytes, at)
    at += bytes.length
  }
  return payload
}
