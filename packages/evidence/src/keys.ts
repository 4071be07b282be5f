// Public keys as they travel: in the lease, in GET /api/keys, in a bundle, in a commission's trust file.
import { hex, unbase64 } from './bytes.ts'
import { sha256 } from './hash.ts'

export const keyUses = ['manifest', 'log', 'receipt'] as const
export type KeyUse = (typeof keyUses)[number]

export type PublicKey = {
  /** First 16 hex digits of sha256(raw key): can not be given to another key. */
  readonly id: string
  readonly alg: 'Ed25519'
  readonly use: KeyUse
  /** 32 raw bytes in base64. */
  readonly key: string
  readonly from_ms: number
  /** Null while it still signs. Old keys are kept for ever. */
  readonly until_ms: number | null
}

export const keyIdOf = (digest: Uint8Array): string => hex(digest.subarray(0, 8))

export async function keyId(raw: Uint8Array): Promise<string> {
  return keyIdOf(await sha256(raw))
}

export async function verifySignature(
  key: Pick<PublicKey, 'alg' | 'key'>,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const raw = unbase64(key.key)
  if (key.alg !== 'Ed25519' || raw?.length !== 32 || signature.length !== 64) return false
  try {
    const imported = await importKey(raw)
    return await crypto.subtle.verify(
      'Ed25519',
      imported,
      signature as Uint8Array<ArrayBuffer>,
      bytes as Uint8Array<ArrayBuffer>,
    )
  } catch (cause) {
    // A point off the curve is a bad signature; a browser without Ed25519 must not look like one.
    if (cause instanceof DOMException && cause.name === 'NotSupportedError') throw cause
    return false
  }
}

const importKey = (raw: Uint8Array) =>
  crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, 'Ed25519', false, ['verify'])
