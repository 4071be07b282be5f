import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Place } from './ingest.ts'

/** A record that lies only in the spool. */
export type Loose = {
  readonly tenant: TenantId
  readonly session: SessionId
  readonly tid: TrackId
  readonly n: number
  readonly srvMs: number
  readonly place: Place
  readonly stored: number
}

export type Segment = {
  readonly tenant: TenantId
  readonly session: SessionId
  readonly tid: TrackId
  readonly no: number
  readonly nFrom: number
  readonly nTo: number
  readonly key: string
  readonly bytes: number
  readonly sha256: Uint8Array
}

export type Segments = {
  /** Everything of a spool file with a row that no segment holds, by track and n: what only this file has. */
  readonly loose: (spoolId: number) => Promise<readonly Loose[]>
  readonly nextNo: (session: SessionId, tid: TrackId) => Promise<number>
  /** Nothing happens when a segment of the track already holds any of these n: an answer that was lost had done it. */
  readonly add: (segment: Segment) => Promise<void>
}
