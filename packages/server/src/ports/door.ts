import type { Reference } from '@ochno/domain/consent/binding'
import type { DocumentKind } from '@ochno/domain/identity/documents'
import type { ExternalResult } from '@ochno/domain/identity/external'
import type { StepId } from '@ochno/domain/identity/steps'
import type { CheckId, FailureCode } from '@ochno/domain/identity/verdict'
import type { Visit } from '@ochno/domain/identity/visit'
import type { AccountId, ActId, ExamId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type EvidenceId = Id<'evi'>
export type EvidenceKind = 'image/jpeg' | 'audio/webm' | 'audio/ogg'

/** The key of one picture or sound, wrapped; forgetting it makes the stored bytes noise. */
export type SealedKey = { readonly kek: string; readonly wrapped: Uint8Array }

export type IdentityEvidence = {
  readonly id: EvidenceId
  readonly session: SessionId
  readonly examinee: AccountId
  readonly step: StepId
  readonly part: number
  readonly kind: EvidenceKind
  readonly bytes: number
  readonly sha256: Uint8Array
  readonly takenAt: Instant
  /** Null: forgotten. */
  readonly key: SealedKey | null
  readonly forgetAfter: Instant | null
}

export type DoorVisit = Visit & { readonly document: DocumentKind | null }

export type DoorDecision = {
  readonly id: Id<'dec'>
  readonly session: SessionId
  readonly is: 'admitted' | 'again' | 'refused'
  readonly checks: readonly CheckId[]
  readonly steps: readonly StepId[]
  readonly why: FailureCode | null
  readonly violation: string | null
  readonly reason: string | null
  readonly evidence: readonly EvidenceId[]
  readonly by: AccountId
  readonly at: Instant
}

export type QueuedVisit = DoorVisit & {
  readonly session: SessionId
  readonly exam: ExamId
  readonly examTitle: string
  readonly examinee: AccountId
  readonly examineeName: string
  readonly opensAt: Instant
  readonly closesAt: Instant
}

export type Doors = {
  readonly find: (session: SessionId) => Promise<DoorVisit | null>
  readonly save: (session: SessionId, visit: DoorVisit, at: Instant) => Promise<void>
  /** Of this proctor's sessions: those that have not begun, who came first is first, and those that began unjudged. */
  readonly queue: (proctor: AccountId) => Promise<readonly QueuedVisit[]>
  /** Sessions that have not begun and may between the two moments. */
  readonly admitted: (from: Instant, until: Instant) => Promise<readonly SessionId[]>
  /** How many wait for the same proctors before this one came, itself counted; null when it does not wait. */
  readonly place: (session: SessionId) => Promise<number | null>
  readonly acknowledge: (session: SessionId, step: StepId, act: ActId | null, at: Instant) => Promise<void>
  /** What counts now: shown, not replaced, not forgotten. */
  readonly evidence: (session: SessionId) => Promise<readonly IdentityEvidence[]>
  /** How many there ever were, replaced or not. */
  readonly shownEver: (session: SessionId) => Promise<number>
  readonly evidenceById: (id: EvidenceId) => Promise<IdentityEvidence | null>
  /** Earlier ones of the same step and part are replaced and forgotten at the next sweep, unless a decision looked at them. */
  readonly addEvidence: (evidence: IdentityEvidence) => Promise<void>
  readonly decisions: (session: SessionId) => Promise<readonly (DoorDecision & { readonly byName: string })[]>
  readonly addDecision: (decision: DoorDecision) => Promise<void>
  readonly reference: (account: AccountId) => Promise<Reference | null>
  readonly owners: (
    find: string,
  ) => Promise<readonly { readonly account: AccountId; readonly name: string; readonly takenAt: Instant }[]>
  readonly bind: (account: AccountId, reference: Reference) => Promise<void>
  /** False when there was none. What it was made of may be forgotten. */
  readonly unbind: (account: AccountId, at: Instant) => Promise<boolean>
  readonly external: (session: SessionId) => Promise<ExternalResult | null>
  readonly saveExternal: (session: SessionId, result: ExternalResult) => Promise<void>
  readonly dropExternal: (session: SessionId) => Promise<void>
  /** Everything of a session but the reference of its owner. */
  readonly letGo: (session: SessionId, at: Instant) => Promise<void>
  /** These, whatever they were kept for. */
  readonly letGoPictures: (ids: readonly EvidenceId[], at: Instant) => Promise<void>
  readonly due: (now: Instant) => Promise<readonly IdentityEvidence[]>
  readonly forgotten: (id: EvidenceId, at: Instant) => Promise<void>
}

/** Institutions that have evidence to forget. */
export type ForgetfulTenants = (now: Instant) => Promise<readonly TenantId[]>

/** Seals each picture under a key of its own, itself wrapped by one that lies outside the database (ING-27). */
export type EvidenceSeal = {
  readonly seal: (
    id: EvidenceId,
    plain: Uint8Array,
  ) => { readonly key: SealedKey; readonly stored: Uint8Array }
  /** Throws when a byte was changed or it belongs elsewhere. */
  readonly open: (id: EvidenceId, key: SealedKey, stored: Uint8Array) => Uint8Array
}
