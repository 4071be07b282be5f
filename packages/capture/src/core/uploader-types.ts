// What the uploader is told and what it asks for. It does nothing itself: no clock, no random, no socket, no disk.
import type { Receipt as Signed } from '@ochno/evidence/receipt'
import type { Kind } from '@ochno/evidence/record'
import type { TrackId } from '@ochno/domain/recording/track'

/** What the uploader knows of a record that lies in the outbox. */
export type Waiting = {
  readonly kind: Kind
  readonly seq: number
  readonly epoch: number
  /** Payload length. */
  readonly size: number
  /** sha256 of the payload, hex. */
  readonly sha256: string
  /** Header hash, hex: h(seq). */
  readonly head: string
  readonly wallMs: number
}

/** A receipt whose signature has been verified. */
export type Receipt = Signed & { readonly tid: TrackId }

export type HelloTrack = {
  readonly no: number
  readonly nonce: string
  readonly next: number
  readonly head: string | null
  readonly epoch?: number | null | undefined
  /** One past the highest seq the server has, and h(top - 1); above `next` when something is missing below. */
  readonly top?: number | null | undefined
  readonly topHead?: string | null | undefined
}
export type HelloTracks = { readonly [tid in TrackId]?: HelloTrack | undefined }

export const nakCodes = [
  'checksum',
  'conflict',
  'chain',
  'window',
  'too_large',
  'malformed',
  'parts',
  'closed',
  'quota',
  'busy',
  'disk',
  'lease',
] as const
export type NakCode = (typeof nakCodes)[number]

/** Why the server would not talk to us at all. */
export type Denial = 'signed_out' | 'no_session' | 'lease_taken' | 'closed'

export type LaneKind = 'ws' | 'http'

export type UploadEvent =
  | { readonly is: 'start' }
  /** `buffered`: what the socket has not yet sent; while it shrinks, the lane lives. */
  | { readonly is: 'tick'; readonly buffered?: number }
  /** The browser says the network is back. */
  | { readonly is: 'online' }
  /** Records found in the outbox after a restart, or rewritten by a rebase. */
  | {
      readonly is: 'loaded'
      readonly tid: TrackId
      readonly records: readonly Waiting[]
      readonly next: number
      readonly head: string | null
    }
  /** A record is safe in the outbox. */
  | { readonly is: 'appended'; readonly tid: TrackId; readonly record: Waiting }
  /** Bytes of the fragment that is still open, in order; `buffered` is what the socket has not yet sent. */
  | {
      readonly is: 'part'
      readonly tid: TrackId
      readonly epoch: number
      readonly seq: number
      readonly bytes: Uint8Array
      readonly buffered: number
    }
  | { readonly is: 'hello'; readonly lane: number; readonly tracks: HelloTracks }
  /** `reached`: the server answered at all, so it is this kind of lane that failed, not the network. */
  | { readonly is: 'lane_lost'; readonly lane: number; readonly reached: boolean }
  | { readonly is: 'denied'; readonly lane: number; readonly why: Denial }
  | { readonly is: 'receipt'; readonly receipt: Receipt }
  | {
      readonly is: 'nak'
      readonly lane: number
      readonly tid: TrackId
      readonly seq: number
      readonly why: NakCode
      readonly next: number
      readonly retryAfterS?: number | undefined
    }

export type UploadEffect =
  /** Get the lease if needed, open the lane, answer with `hello`, `lane_lost` or `denied`. */
  | { readonly do: 'open'; readonly lane: number; readonly kind: LaneKind }
  | { readonly do: 'close'; readonly lane: number }
  /** `body` false: the header alone, the server has every byte as parts. */
  | {
      readonly do: 'send'
      readonly lane: number
      readonly kind: LaneKind
      readonly tid: TrackId
      readonly seq: number
      readonly body: boolean
    }
  | {
      readonly do: 'send_part'
      readonly lane: number
      readonly tid: TrackId
      readonly epoch: number
      readonly seq: number
      readonly offset: number
      readonly bytes: Uint8Array
    }
  /** The receipt is verified and matches: the record may leave the disk. */
  | { readonly do: 'drop'; readonly tid: TrackId; readonly seq: number; readonly receipt: Receipt }
  /** Our chain and the server's differ: rewrite what waits on top of the server's head, answer with `loaded`. */
  | {
      readonly do: 'rebase'
      readonly tid: TrackId
      readonly next: number
      readonly head: string | null
      readonly epoch: number
      readonly why: 'storage_lost' | 'other_device'
    }
  | { readonly do: 'denied'; readonly why: Denial }
  | {
      readonly do: 'warn'
      readonly code: 'receipt_mismatch' | 'server_lost_records'
      readonly tid: TrackId
      readonly seq: number
    }
