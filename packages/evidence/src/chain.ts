// The server's chain in order of acceptance (E-01, E-02; docs/spec/ingest.md ING-2, ING-23).
import { concat, utf8 } from './bytes.ts'
import { sha256 } from './hash.ts'
import { canonicalBytes } from './jcs.ts'

/** E-01: what is said about one record. Hashes in lower-case hex, sizes in bytes, times in integer ms. */
export type FragmentMeta = {
  readonly v: 1
  readonly sid: string
  readonly tid: string
  /** Order of acceptance within the track: 0, 1, 2 … without holes. */
  readonly n: number
  readonly epoch: number
  readonly seq: number
  readonly kind: number
  readonly size: number
  /** of the payload */
  readonly sha256: string
  /** sha256 of the header */
  readonly head: string
  readonly srv_ms: number
  readonly cli_ms: number
  readonly mono_ms: number
  readonly late_ms: number
}

const ZERO = new Uint8Array(1)

export const genesisBytes = (sid: string, tid: string, nonce: Uint8Array): Uint8Array =>
  concat(utf8('ochno/chain/v1'), ZERO, utf8(sid), ZERO, utf8(tid), ZERO, nonce)

export const linkBytes = (before: Uint8Array, meta: FragmentMeta): Uint8Array =>
  concat(Uint8Array.of(2), before, canonicalBytes(meta))

/** The first `prev` of the client's chain and c(-1) of the server's. `node/chain.ts` has the synchronous twins. */
export const genesis = (sid: string, tid: string, nonce: Uint8Array): Promise<Uint8Array> =>
  sha256(genesisBytes(sid, tid, nonce))

export const chainNext = (before: Uint8Array, meta: FragmentMeta): Promise<Uint8Array> =>
  sha256(linkBytes(before, meta))
