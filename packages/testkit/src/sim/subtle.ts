// WebCrypto answers from threads of its own, in no repeatable order; here it answers at once. Signatures are keyed hashes:
// the simulation is about order and loss, and the real ones are tested where they live.
import { hash } from 'node:crypto'
import { base64, concat, equal } from '@ochno/evidence/bytes'
import type { PublicKey } from '@ochno/evidence/keys'

const SECRET = new Uint8Array(32).fill(7)
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

export const simKey: PublicKey = {
  id: '0123456789abcdef',
  alg: 'Ed25519',
  use: 'receipt',
  key: base64(SECRET),
  from_ms: 0,
  until_ms: null,
}

export function simSign(bytes: Uint8Array): Uint8Array {
  const half = sha256(concat(SECRET, bytes))
  return concat(half, half)
}

/** What it gives back puts the real one in its place again. */
export function instantCrypto(): () => void {
  const bytesOf = (data: BufferSource) =>
    data instanceof ArrayBuffer
      ? new Uint8Array(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  const subtle = Object.getPrototypeOf(crypto.subtle) as SubtleCrypto
  const { digest, importKey, verify } = subtle
  Object.assign(subtle, {
    digest: async (_: string, data: BufferSource) => new Uint8Array(sha256(bytesOf(data))).buffer,
    importKey: async () => ({}),
    verify: async (_: string, __: unknown, signature: BufferSource, data: BufferSource) =>
      equal(bytesOf(signature), simSign(bytesOf(data))),
  })
  return () => void Object.assign(subtle, { digest, importKey, verify })
}
