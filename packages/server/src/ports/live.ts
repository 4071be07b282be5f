import type { TrackId } from '@ochno/domain/recording/track'
import type { SessionId } from '@ochno/domain/ids'

/** What moves through the node while it is recorded. Bytes are shared, not copied: readers never write into them. */
export type LiveFrame =
  /** A whole record (128-byte header + payload). `cameAsParts`: a viewer that got every part needs only the header. */
  | {
      readonly is: 'record'
      readonly tid: TrackId
      readonly header: Uint8Array
      readonly payload: Uint8Array
      readonly cameAsParts: boolean
    }
  | {
      readonly is: 'part'
      readonly tid: TrackId
      readonly epoch: number
      readonly seq: number
      readonly offset: number
      readonly bytes: Uint8Array
    }
  | { readonly is: 'closed' }

/** What a joiner needs before the next frame: decoder head, the last whole fragment, the part of the open one with its seq. */
export type LiveSnapshot = {
  readonly tid: TrackId
  readonly init: { readonly header: Uint8Array; readonly payload: Uint8Array } | null
  readonly last: { readonly header: Uint8Array; readonly payload: Uint8Array } | null
  readonly open: { readonly epoch: number; readonly seq: number; readonly bytes: Uint8Array } | null
}

/** Hints inside one node; losing a frame loses nothing but a moment of live picture. */
export type LiveHub = {
  readonly subscribe: (session: SessionId, listener: (frame: LiveFrame) => void) => () => void
  readonly snapshot: (session: SessionId) => readonly LiveSnapshot[]
}
