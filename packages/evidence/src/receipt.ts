// ING-25: the server's signed word that a record is durable. The examinee may keep them (security.md 4.5).
import { hex, unbase64 } from './bytes.ts'
import { canonicalBytes } from './jcs.ts'
import { type PublicKey, verifySignature } from './keys.ts'

export type Receipt = {
  readonly v: 1
  readonly sid: string
  readonly tid: string
  readonly n: number
  readonly epoch: number
  readonly seq: number
  readonly size: number
  /** of the payload, hex */
  readonly sha256: string
  /** c(n), hex */
  readonly chain: string
  readonly srv_ms: number
}

export type SignedReceipt = { readonly receipt: Receipt; readonly sig: string; readonly key: string }

/** What is signed. */
export const receiptBytes = (receipt: Receipt): Uint8Array => canonicalBytes(receipt)

/** The receipt that belongs to a meta; `chain` is c(n), the link that its record made. */
export const receiptOf = (meta: Omit<Receipt, 'v' | 'chain'>, chain: Uint8Array): Receipt => {
  const { sid, tid, n, epoch, seq, size, sha256, srv_ms } = meta
  return { v: 1, sid, tid, n, epoch, seq, size, sha256, chain: hex(chain), srv_ms }
}

/** Strict: exactly these members, nothing more. */
export function readReceipt(value: unknown): Receipt | null {
  if (typeof value !== 'object' || value === null) return null
  const r = value as Record<string, unknown>
  const natural = (x: unknown) => Number.isSafeInteger(x) && (x as number) >= 0
  const digest = (x: unknown) => typeof x === 'string' && /^[0-9a-f]{64}$/.test(x)
  const sound =
    Object.keys(r).length === 10 &&
    r.v === 1 &&
    typeof r.sid === 'string' &&
    typeof r.tid === 'string' &&
    [r.n, r.epoch, r.seq, r.size, r.srv_ms].every(natural) &&
    [r.sha256, r.chain].every(digest)
  return sound ? (value as Receipt) : null
}

/** True when one of `keys` with the named id and use signed exactly this receipt. */
export async function verifyReceipt(
  signed: SignedReceipt,
  keys: readonly Pick<PublicKey, 'id' | 'alg' | 'use' | 'key'>[],
): Promise<boolean> {
  const key = keys.find((candidate) => candidate.id === signed.key && candidate.use === 'receipt')
  const signature = unbase64(signed.sig)
  const receipt = readReceipt(signed.receipt)
  if (!key || !signature || !receipt) return false
  return verifySignature(key, receiptBytes(receipt), signature)
}
