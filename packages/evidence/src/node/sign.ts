import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { base64 } from '../bytes.ts'
import { keyIdOf, type KeyUse, type PublicKey } from '../keys.ts'
import { sha256 } from './hash.ts'

export type Signer = {
  readonly keyId: string
  readonly publicKey: PublicKey
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

export const newPrivateKeyPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

export function signerFromPem(pem: string, use: KeyUse, fromMs: number): Signer {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  const raw = rawPublicKey(createPublicKey(pem))
  const id = keyIdOf(sha256(raw))
  return {
    keyId: id,
    publicKey: { id, alg: 'Ed25519', use, key: base64(raw), from_ms: fromMs, until_ms: null },
    sign: (bytes) => sign(null, bytes, key),
  }
}

/** A signer that lives only in memory, for tests and load clients. */
export const ephemeralSigner = (use: KeyUse, fromMs = 0): Signer =>
  signerFromPem(newPrivateKeyPem(), use, fromMs)

export function verifySync(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), signature)
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' })
  if (!x) throw new Error('not an Ed25519 key')
  return new Uint8Array(Buffer.from(x, 'base64url'))
}
