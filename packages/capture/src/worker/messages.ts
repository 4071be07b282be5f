// What the server says, parsed once here. Replies may grow; what is not understood is passed over.
import { isTrackId } from '@ochno/domain/recording/track'
import type { PublicKey } from '@ochno/evidence/keys'
import { readReceipt, type SignedReceipt } from '@ochno/evidence/receipt'
import { type HelloTrack, type HelloTracks, type NakCode, nakCodes } from '../core/uploader-types.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type Lease = {
  readonly lease: string
  readonly keys: readonly PublicKey[]
  readonly outboxKey: string | null
}

export function readLease(value: unknown): Lease | null {
  if (!isObject(value) || typeof value.lease !== 'string' || !Array.isArray(value.keys)) return null
  const keys = value.keys.filter(
    (key): key is PublicKey => isObject(key) && typeof key.id === 'string' && typeof key.key === 'string',
  )
  return { lease: value.lease, keys, outboxKey: typeof value.outboxKey === 'string' ? value.outboxKey : null }
}

export type Hello = { readonly t: 'hello'; readonly serverMs: number; readonly tracks: HelloTracks }

export function readHello(value: unknown): Hello | null {
  if (!isObject(value) || !isObject(value.tracks)) return null
  const tracks: Record<string, HelloTrack> = {}
  for (const [tid, track] of Object.entries(value.tracks)) {
    if (!isTrackId(tid) || !isObject(track)) continue
    const { no, nonce, next, head, epoch, top, topHead } = track
    if (typeof no !== 'number' || typeof nonce !== 'string' || typeof next !== 'number') continue
    tracks[tid] = {
      no,
      nonce,
      next,
      head: typeof head === 'string' ? head : null,
      epoch: typeof epoch === 'number' ? epoch : null,
      top: typeof top === 'number' ? top : null,
      topHead: typeof topHead === 'string' ? topHead : null,
    }
  }
  return { t: 'hello', serverMs: typeof value.serverMs === 'number' ? value.serverMs : 0, tracks }
}

export type Nak = {
  readonly t: 'nak'
  readonly tid: string
  readonly seq: number
  readonly why: NakCode
  readonly next: number
  readonly retryAfterS?: number | undefined
}

export function readNak(value: unknown): Nak | null {
  if (!isObject(value) || typeof value.tid !== 'string' || !isTrackId(value.tid)) return null
  const why = nakCodes.find((code) => code === value.why)
  if (!why || typeof value.seq !== 'number') return null
  const retryAfterS = typeof value.retryAfterS === 'number' ? value.retryAfterS : undefined
  return {
    t: 'nak',
    tid: value.tid,
    seq: value.seq,
    why,
    next: typeof value.next === 'number' ? value.next : 0,
    retryAfterS,
  }
}

export function readSigned(value: unknown): SignedReceipt | null {
  if (!isObject(value) || typeof value.sig !== 'string' || typeof value.key !== 'string') return null
  const receipt = readReceipt(value.receipt)
  return receipt && { receipt, sig: value.sig, key: value.key }
}

export type ServerSays = Hello | Nak | { readonly t: 'acks'; readonly acks: readonly SignedReceipt[] }

export function readMessage(text: string): ServerSays | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value)) return null
  if (value.t === 'hello') return readHello(value)
  if (value.t === 'nak') return readNak(value)
  const list =
    value.t === 'ack' ? [value] : value.t === 'acks' && Array.isArray(value.acks) ? value.acks : null
  return list && { t: 'acks', acks: list.map(readSigned).filter((ack) => ack !== null) }
}
