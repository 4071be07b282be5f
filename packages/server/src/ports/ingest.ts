// What accepting records needs of the world. Every promise means what docs/spec/ingest.md 4 says it means.
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'

/** Where stored bytes lie in the spool. */
export type Place = { readonly spoolId: number; readonly at: number }

/** What will be written together. Pieces are copied as they come: a recording is never held in memory of its own until the disk has it. */
export type SpoolBatch = {
  /** Where the record begins within the batch. */
  readonly add: (pieces: readonly Uint8Array[]) => number
}

export type Spool = {
  readonly newBatch: () => SpoolBatch
  /** Resolves with where the batch begins when all of it is durable; rejects when any is not, and then none counts. Once for each, one at a time. */
  readonly append: (batch: SpoolBatch) => Promise<Place>
  readonly read: (place: Place, bytes: number, into?: Uint8Array) => Promise<Uint8Array>
}

export class SpoolFull extends Error {}

export type NewRow = {
  readonly session: SessionId
  readonly tenant: TenantId
  readonly tid: TrackId
  readonly n: number
  readonly seq: number
  readonly header: Uint8Array
  readonly chain: Uint8Array
  readonly srvMs: number
  readonly sig: Uint8Array
  readonly keyId: string
  readonly place: Place
  /** Bytes in the spool: nonce + ciphertext + tag. */
  readonly stored: number
}

export type KnownRow = Omit<NewRow, 'place' | 'stored' | 'tenant' | 'session' | 'tid'>

/** What a track remembers of itself; `ahead` are the rows past the first missing seq. */
export type TrackTail = {
  readonly nonce: Uint8Array
  /** n of the next accepted record. */
  readonly n: number
  readonly srvMs: number
  /** c(n-1); null before the first record. */
  readonly chain: Uint8Array | null
  /** The lowest seq that is missing, and the header before it. */
  readonly next: number
  readonly lastHeader: Uint8Array | null
  readonly ahead: readonly { readonly seq: number; readonly header: Uint8Array }[]
  readonly ended: boolean
}

export type RecordRows = {
  /** One transaction for the whole batch. */
  readonly commit: (rows: readonly NewRow[]) => Promise<void>
  /** Makes the track when it is new, with this nonce. */
  readonly openTrack: (
    tenant: TenantId,
    session: SessionId,
    tid: TrackId,
    nonce: Uint8Array,
  ) => Promise<TrackTail>
  readonly find: (session: SessionId, tid: TrackId, seq: number) => Promise<KnownRow | null>
}

/** The session's key is loaded once, then sealing is plain arithmetic. */
/** Nonce, ciphertext and tag as they follow each other on the disk: joining them would copy every recording once more. */
export type SealRecord = (aad: string, payload: Uint8Array) => readonly Uint8Array[]

export type MediaKeys = {
  readonly sealer: (tenant: TenantId, session: SessionId) => Promise<SealRecord>
  readonly open: (
    tenant: TenantId,
    session: SessionId,
    aad: string,
    stored: Uint8Array,
  ) => Promise<Uint8Array>
  /** A key for another purpose that dies with the session's key. */
  readonly derive: (tenant: TenantId, session: SessionId, purpose: string) => Promise<Uint8Array>
}

export type Digest = (bytes: Uint8Array) => Uint8Array
export type Signing = { readonly keyId: string; readonly sign: (bytes: Uint8Array) => Uint8Array }

/** One examinee's right to record, as it stands now. */
export type Seat = {
  readonly session: SessionId
  readonly tenant: TenantId
  readonly examinee: AccountId
  readonly state: string
  /** Unix ms; null while the control window has not begun or not ended. */
  readonly authorizedMs: number | null
  readonly deauthorizedMs: number | null
  /** The manifest is signed: what came later would be in no proof. */
  readonly closed: boolean
}

export type Seats = {
  readonly find: (tenant: TenantId, session: SessionId) => Promise<Seat | null>
  readonly refresh: (sessions: readonly SessionId[]) => Promise<readonly Seat[]>
  /** Whether anybody who was authorised since then is still at it, recorded or not. */
  readonly underWay: (sinceMs: number) => Promise<boolean>
}

export type IngestFigures = {
  readonly accepted: (records: number, bytes: number) => void
  readonly refused: (why: string) => void
  readonly batch: (records: number, ms: number) => void
}
