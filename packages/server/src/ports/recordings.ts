import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'

export type StoredRecord = {
  readonly tid: TrackId
  readonly n: number
  readonly seq: number
  readonly srvMs: number
  readonly header: Uint8Array
  readonly chain: Uint8Array
  readonly sig: Uint8Array
  readonly keyId: string
}

export type StoredTrack = {
  readonly tid: TrackId
  readonly nonce: Uint8Array
  readonly openedAtMs: number
  readonly endedAtMs: number | null
}

/** Reading what was recorded, wherever it lies now (spool or object store). The caller has journalled the access first. */
export type Recordings = {
  readonly tracks: (tenant: TenantId, session: SessionId) => Promise<readonly StoredTrack[]>
  /** Every record of a track in order of seq. */
  readonly index: (tenant: TenantId, session: SessionId, tid: TrackId) => Promise<readonly StoredRecord[]>
  /** Decrypted payloads of the records seqFrom..seqTo that exist, in order of seq. */
  readonly read: (
    tenant: TenantId,
    session: SessionId,
    tid: TrackId,
    seqFrom: number,
    seqTo: number,
  ) => AsyncIterable<{ readonly seq: number; readonly header: Uint8Array; readonly payload: Uint8Array }>
}
