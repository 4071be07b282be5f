import type { KeyUse, PublicKey } from '@ochno/evidence/keys'
import type { Signer } from '@ochno/evidence/node/sign'

export type Signed = { readonly keyId: string; readonly signature: Uint8Array }

/** The institution's keys. Private parts never leave the ring; public parts are kept for ever, also after a rotation. */
export type KeyRing = {
  /** Signs with whatever key is current at the moment of signing. */
  readonly signer: (use: KeyUse) => Signer
  readonly sign: (use: KeyUse, bytes: Uint8Array) => Signed
  readonly current: (use: KeyUse) => PublicKey
  readonly publicKeys: () => readonly PublicKey[]
  readonly rotate: (use: KeyUse) => Promise<PublicKey>
}
