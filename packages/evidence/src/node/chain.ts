import { type FragmentMeta, genesisBytes, linkBytes } from '../chain.ts'
import { sha256 } from './hash.ts'

export const genesis = (sid: string, tid: string, nonce: Uint8Array): Uint8Array =>
  sha256(genesisBytes(sid, tid, nonce))

export const chainNext = (before: Uint8Array, meta: FragmentMeta): Uint8Array =>
  sha256(linkBytes(before, meta))
