import type { AccountId, ExamId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { EarlierHead, LogEntry } from '@ochno/evidence/bundle/layout'
import type { SessionFact } from '@ochno/evidence/manifest'

/** What the manifest says about a session apart from its records. */
export type SessionHistory = {
  readonly tenant: TenantId
  readonly session: SessionId
  readonly exam: ExamId
  readonly examinee: AccountId
  readonly authorizedMs: number | null
  readonly deauthorizedMs: number | null
  readonly policy: Readonly<Record<string, number | string>>
  readonly facts: readonly SessionFact[]
}

export type SignedManifest = {
  readonly tenant: TenantId
  readonly session: SessionId
  /** Canonical JSON, as signed. */
  readonly body: Uint8Array
  readonly sig: Uint8Array
  readonly keyId: string
  readonly closedAt: Instant
}

export type Manifests = {
  readonly history: (session: SessionId) => Promise<SessionHistory | null>
  /**
   * Sessions without a manifest whose control window was over before `overMs`, or to which something happened after
   * `stirredMs`: their window ended or a record came.
   */
  readonly waiting: (when: {
    readonly overMs: number
    readonly stirredMs: number
  }) => Promise<readonly SessionId[]>
  readonly find: (tenant: TenantId, session: SessionId) => Promise<SignedManifest | null>
  /**
   * Stores the manifest unless there is one. `before` runs under the session's lock, only when there is none, and must
   * have succeeded for the row to be written. False when another closing was first.
   */
  readonly storeOnce: (manifest: SignedManifest, before: () => Promise<void>) => Promise<boolean>
}

/** The journal's proof that a recording was closed with this very manifest. Null until a signed head covers the entry. */
export type LogProofs = {
  readonly ofClosing: (
    tenant: TenantId,
    session: SessionId,
    manifestDigest: string,
  ) => Promise<{
    readonly entry: LogEntry
    readonly checkpoint: string
    readonly heads: readonly EarlierHead[]
  } | null>
}

export type ExportId = Id<'exp'>

/** G 2 (security.md 5.6): asked by one person, granted by another, taken by the first, once each in the journal. */
export type Export = {
  readonly id: ExportId
  readonly tenant: TenantId
  readonly session: SessionId
  readonly purpose: 'dishonesty_check' | 'appeal'
  readonly ground: string
  readonly askedBy: AccountId
  readonly askedAt: Instant
  readonly grantedBy: AccountId | null
  readonly grantedAt: Instant | null
}

export type NamedExport = Export & {
  readonly examTitle: string
  readonly examineeName: string
  readonly askedByName: string
  readonly grantedByName: string | null
}

export type Exports = {
  readonly add: (ask: Export) => Promise<void>
  readonly find: (tenant: TenantId, id: ExportId) => Promise<Export | null>
  /** The latest hundred. */
  readonly list: (tenant: TenantId) => Promise<readonly NamedExport[]>
  /** False when it was granted meanwhile. */
  readonly grant: (tenant: TenantId, id: ExportId, by: AccountId, at: Instant) => Promise<boolean>
}
