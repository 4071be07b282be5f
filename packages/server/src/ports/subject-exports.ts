import type { AccountId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant, Temporal } from '@ochno/domain/time'

export type SubjectExportId = Id<'sxp'>

export type SubjectExport = {
  readonly id: SubjectExportId
  readonly person: AccountId
  readonly personName: string
  readonly askedBy: AccountId
  readonly askedAs: 'self' | 'parent' | 'in_writing'
  readonly letter: string | null
  readonly askedAt: Instant
  readonly dueOn: Temporal.PlainDate | null
  readonly object: string | null
  readonly key: { readonly kek: string; readonly wrapped: Uint8Array } | null
  readonly papers: number
  readonly madeAt: Instant | null
  readonly releasedAt: Instant | null
  readonly until: Instant | null
  readonly takenAt: Instant | null
  readonly goneAt: Instant | null
  readonly warnedAt: Instant | null
  readonly escalatedAt: Instant | null
  readonly withheld: readonly { readonly session: SessionId; readonly reason: string }[]
}

export type OwnRecording = {
  readonly session: SessionId
  readonly examTitle: string
  readonly recordedAt: Instant
  readonly blocked: boolean
}

export type SubjectExports = {
  /** False while another one for this person is not handed out yet. */
  readonly add: (asked: SubjectExport) => Promise<boolean>
  /** Held until the transaction ends. */
  readonly lock: (id: SubjectExportId) => Promise<SubjectExport | null>
  readonly find: (id: SubjectExportId) => Promise<SubjectExport | null>
  readonly save: (row: SubjectExport) => Promise<void>
  readonly release: (
    id: SubjectExportId,
    by: AccountId,
    at: Instant,
    until: Instant,
    withheld: SubjectExport['withheld'],
  ) => Promise<void>
  /** Whoever asked for it may not have it any more, nor may anybody: it is over, and the job destroys it. */
  readonly lapse: (id: SubjectExportId, at: Instant) => Promise<void>
  /** Made for this account, the newest first: what it asked for, and what answers its letters. */
  readonly own: (account: AccountId) => Promise<readonly SubjectExport[]>
  /** For whoever answers: what waits by its last day, then what was handed out, the newest first. */
  readonly all: () => Promise<readonly SubjectExport[]>
  /** Every one the job still has to make, to remind of or to destroy. */
  readonly unfinished: () => Promise<readonly SubjectExport[]>
  /** Closed recordings of the person that were not destroyed, the oldest first. */
  readonly recordings: (person: AccountId) => Promise<readonly OwnRecording[]>
  /** Staff who answer: by role. */
  readonly whoAnswers: (role: 'dpo' | 'admin') => Promise<readonly AccountId[]>
}

/** Institutions with an export to make, to warn of or to forget. */
export type InstitutionsWithExports = () => Promise<readonly TenantId[]>

/** Papers about one person as files: what was signed, what they agreed to. Fails whole rather than leave one out. */
export type PersonPapers = (
  tenant: TenantId,
  person: AccountId,
  now: Instant,
) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>

/** Seals each archive under a key of its own, itself wrapped by one that lies outside the database. */
export type ArchiveSeal = {
  readonly seal: (
    id: string,
    plain: Uint8Array,
  ) => { readonly key: NonNullable<SubjectExport['key']>; readonly stored: Uint8Array }
  readonly open: (id: string, key: NonNullable<SubjectExport['key']>, stored: Uint8Array) => Uint8Array
}
