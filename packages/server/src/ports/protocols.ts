import type { FormId, PrintedDocument } from '@ochno/domain/document/model'
import type { AccountId, ExamId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import type { ProtocolAct } from '@ochno/domain/incident/violation'
import type { PrintedFailure } from '@ochno/domain/failure/printed'
import type { Happened, Watched } from '@ochno/domain/protocol/happened'
import type { ProtocolDraft } from '@ochno/domain/protocol/draft'
import type { ReviewAccount } from '@ochno/domain/review/account'
import type { TrackId } from '@ochno/domain/recording/track'
import type { EventType } from '@ochno/domain/scheduling/event'
import type { Instant } from '@ochno/domain/time'

export type PaperId = Id<'ppr'>

/** A violation somebody marked, live or at the review, before the protocol says what became of it. */
export type SessionMark = {
  /** Stays the same for as long as the session is kept. */
  readonly key: string
  readonly code: ViolationCode
  readonly from: Instant
  readonly to: Instant | null
  readonly note: string
  readonly by: string
}

/** A mark as it was signed. */
export type SignedMark = SessionMark & {
  readonly verdict: 'counted' | 'permitted' | 'mistaken'
  readonly reason: string
  readonly evidence: readonly string[]
}

/** `gaps` in Unix ms. */
export type TrackCoverage = {
  readonly track: TrackId
  readonly percent: number
  readonly gaps: readonly (readonly [from: number, to: number])[]
}

/** What a signed edition holds: everything a decision, an appeal and a reprint need, frozen. */
export type ProtocolFacts = {
  readonly act: ProtocolAct
  readonly forms: readonly FormId[]
  readonly draft: ProtocolDraft
  readonly marks: readonly SignedMark[]
  readonly coverage: readonly TrackCoverage[]
  readonly recordingConfirmed: boolean
  /** Absent in editions signed before these were kept. */
  readonly happened?: readonly Happened[]
  readonly watched?: Watched | null
  /** What people found and decided of its technical failures. */
  readonly failures?: readonly PrintedFailure[]
  readonly review?: ReviewedAs | null
}

/** How the first look went (R1-5.2c); stretches in Unix ms. */
export type ReviewedAs = ReviewAccount & {
  readonly by: string
  readonly hints: number
  readonly hintsResolved: number
}

export type ProtocolEdition = {
  readonly edition: number
  /** «17-П», as the paper says. */
  readonly number: string
  readonly facts: ProtocolFacts
  /** Why an earlier edition was corrected. */
  readonly reason: string | null
  readonly signedBy: AccountId
  readonly signedByName: string
  readonly signedAt: Instant
  readonly handedOverAt: Instant | null
}

export type SessionProtocol = {
  readonly session: SessionId
  /** Grows with every change of the draft. */
  readonly revision: number
  /** Null: nothing was written since the last signature. */
  readonly draft: ProtocolDraft | null
  /** The last entry of the session's log that the proctor had before him when he last wrote. */
  readonly seen: number
  /** Oldest first. */
  readonly editions: readonly ProtocolEdition[]
}

export type SessionPaper = {
  readonly id: PaperId
  readonly session: SessionId
  readonly edition: number
  readonly form: FormId
  readonly name: string
  readonly kind: 'pdf' | 'docx'
  readonly bytes: number
  readonly sha256: Uint8Array
  readonly key: { readonly kek: string; readonly wrapped: Uint8Array }
  readonly madeAt: Instant
}

export type OverSession = {
  readonly session: SessionId
  readonly exam: ExamId
  readonly examTitle: string
  readonly event: EventType
  readonly examinee: string
  readonly group: string | null
  readonly endedAt: Instant
  readonly mine: boolean
  readonly state: 'draft' | 'signed' | 'handed_over' | 'correcting' | null
  readonly number: string | null
}

export type Protocols = {
  /** Null: nobody has begun to write it. `editions.at(-1)` is the one in force. */
  readonly ofSession: (session: SessionId) => Promise<SessionProtocol | null>
  /** Sessions that are over, the latest first; null: of every proctor. */
  readonly over: (reader: AccountId, onlyAssigned: boolean) => Promise<readonly OverSession[]>
  readonly saveDraft: (
    session: SessionId,
    draft: ProtocolDraft,
    seen: number,
    by: AccountId,
    at: Instant,
  ) => Promise<void>
  /** Its number in the institution: the next free one when first asked for, the same ever after. */
  readonly numberOf: (session: SessionId) => Promise<number>
  readonly addEdition: (
    session: SessionId,
    edition: Omit<ProtocolEdition, 'signedByName' | 'handedOverAt'>,
  ) => Promise<void>
  readonly handOver: (session: SessionId, edition: number, at: Instant) => Promise<void>
  readonly papers: (session: SessionId) => Promise<readonly SessionPaper[]>
  readonly addPaper: (paper: SessionPaper) => Promise<void>
}

/** How many hints of a session wait for a person; a protocol with any is not signed (T-17). */
export type OpenHints = (session: SessionId) => Promise<number>

export type PaperSeal = {
  readonly seal: (
    id: PaperId,
    plain: Uint8Array,
  ) => { readonly key: SessionPaper['key']; readonly stored: Uint8Array }
  /** Throws when a byte was changed or it belongs elsewhere. */
  readonly open: (id: PaperId, key: SessionPaper['key'], stored: Uint8Array) => Uint8Array
}

/** Makes PDF and DOCX of each document and keeps them sealed; rows are added by who asked, in the transaction of the deed. */
export type PaperPress = (
  tenant: TenantId,
  session: SessionId,
  edition: number,
  documents: readonly PrintedDocument[],
  at: Instant,
) => Promise<
  | { readonly ok: true; readonly papers: readonly SessionPaper[] }
  | { readonly ok: false; readonly why: 'print_busy' | 'print_failed' | 'disk' }
>
