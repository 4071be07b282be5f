// One track as it stands after everything accepted, also what is on its way to the disk. Given up as a whole when a batch fails.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Digest, SealRecord, TrackTail } from '../../ports/ingest.ts'
import type { IngestRefusal } from './refusal.ts'
import { LIMITS } from './refusal.ts'

type Ahead = { readonly head: Uint8Array; readonly prev: Uint8Array }

export type Track = {
  readonly tenant: TenantId
  readonly session: SessionId
  readonly tid: TrackId
  readonly nonce: Uint8Array
  readonly seal: SealRecord
  n: number
  srvMs: number
  chain: Uint8Array
  /** Of the newest record; null before the first. */
  epoch: number | null
  next: number
  /** h(next-1), or the genesis. */
  head: Uint8Array
  ended: boolean
  readonly ahead: Map<number, Ahead>
  /** Accepted and not yet durable: the header, and who waits for the receipt. */
  readonly onTheWay: Map<number, Waiting>
  /** Numbers under which other content was offered. */
  readonly conflicts: Set<number>
}

export type Waiting = { readonly header: Uint8Array; readonly answers: Answer[] }
export type Answer = (outcome: Outcome) => void
export type Outcome =
  | { readonly ok: true; readonly receipt: import('@ochno/evidence/receipt').SignedReceipt }
  | { readonly ok: false; readonly why: IngestRefusal; readonly next: number }

const PREV = 80

const epochOf = (header: Uint8Array): number =>
  new DataView(header.buffer, header.byteOffset, header.byteLength).getUint32(8)

export const prevOf = (header: Uint8Array): Uint8Array => header.subarray(PREV, PREV + 32)

export function trackFrom(
  owner: { readonly tenant: TenantId; readonly session: SessionId; readonly tid: TrackId },
  tail: TrackTail,
  genesis: Uint8Array,
  seal: SealRecord,
  digest: Digest,
): Track {
  const ahead = new Map(
    tail.ahead.map(({ seq, header }) => [seq, { head: digest(header), prev: prevOf(header) }] as const),
  )
  return {
    ...owner,
    nonce: tail.nonce,
    seal,
    n: tail.n,
    srvMs: tail.srvMs,
    chain: tail.chain ?? genesis,
    epoch: tail.lastHeader ? epochOf(tail.lastHeader) : null,
    next: tail.next,
    head: tail.lastHeader ? digest(tail.lastHeader) : genesis,
    ended: tail.ended,
    ahead,
    onTheWay: new Map(),
    conflicts: new Set(),
  }
}

/** Null: the record may be taken. `known`: it was accepted before, and a look at its row decides (ING-21). */
export function place(
  track: Track,
  seq: number,
  prev: Uint8Array,
  head: Uint8Array,
): IngestRefusal | 'known' | null {
  if (seq < track.next || track.ahead.has(seq)) return 'known'
  if (seq >= track.next + LIMITS.window) return 'window'
  const before = seq === track.next ? track.head : track.ahead.get(seq - 1)?.head
  if (before && !same(before, prev)) return 'chain'
  const after = track.ahead.get(seq + 1)
  return after && !same(after.prev, head) ? 'chain' : null
}

/** Moves the first missing seq past everything that is there now. */
export function advance(track: Track, seq: number, prev: Uint8Array, head: Uint8Array): void {
  if (seq !== track.next) {
    track.ahead.set(seq, { head, prev })
    return
  }
  track.next = seq + 1
  track.head = head
  for (let after = track.ahead.get(track.next); after; after = track.ahead.get(track.next)) {
    track.ahead.delete(track.next)
    track.next += 1
    track.head = after.head
  }
}

/** One past the highest seq that is here, and h of it: a device that lost its outbox goes on above every hole (ING-10). */
export function topOf(track: Track): { readonly top: number; readonly head: Uint8Array } {
  const highest = Math.max(track.next - 1, ...track.ahead.keys())
  const ahead = track.ahead.get(highest)
  return { top: highest + 1, head: ahead ? ahead.head : track.head }
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
