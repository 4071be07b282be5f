import type { KeyUse, PublicKey } from '@ochno/evidence/keys'

export type Signed = { readonly keyId: string; readonly signature: Uint8Array }

/** The institution's keys. Private parts never leave the ring; public parts are kept for ever, also after a rotation. */
export type KeyRing = {
  readonly sign: (use: KeyUse, bytes: Uint8Array) => Signed
  readonly current: (use: KeyUse) => PublicKey
  readonly publicKeys: () => readonly PublicKey[]
  readonly rotate: (use: KeyUse) => Promise<PublicKey>
}
