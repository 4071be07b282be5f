import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { Place } from './ingest.ts'

/** A stored record as its row knows it. */
export type FsckRecord = {
  readonly id: string
  readonly tenant: TenantId
  readonly session: SessionId
  readonly aad: string
  readonly stored: number
}

export type FsckSegment = {
  readonly key: string
  readonly bytes: number
  /** Of the tags of its records (ING-31). */
  readonly sha256: Uint8Array
  readonly records: readonly FsckRecord[]
}

export type FsckLoose = FsckRecord & { readonly place: Place }
