// E-05: a leaf of the journal commits to its details with a salt, so that they can be erased or shown one by one.
import { concat } from './bytes.ts'
import type { Hashing } from './hash.ts'
import { canonical, canonicalBytes } from './jcs.ts'

export type JournalDetails = Readonly<Record<string, unknown>>

/** sha256(salt ‖ JCS(details)); the salt has 16 bytes or more. */
export function* commitment(salt: Uint8Array, details: JournalDetails): Hashing<Uint8Array> {
  return yield concat(salt, canonicalBytes(details))
}

/** `details` is the commitment in hex; `at` is ISO 8601 with Z. */
export type JournalLeaf = {
  readonly seq: number
  readonly at: string
  readonly tenant: string
  readonly actor: string
  readonly role: string
  readonly action: string
  readonly object: string
  readonly purpose: string
  readonly result: string
  readonly details: string
}

/** What is hashed into the tree: JCS of exactly these members. */
export const leafText = (leaf: JournalLeaf): string => canonical(leaf)
