import type { ClaimKind, ClaimOutcome } from '@ochno/domain/retention/claim'
import type { AccountId, ExamId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { AppealState } from '@ochno/domain/lifecycle/appeal'
import type { Withdrawal } from '@ochno/domain/consent/after-withdrawal'
import type { Bare } from '@ochno/domain/retention/deidentify'
import type { Instant, Temporal } from '@ochno/domain/time'

export type HoldId = Id<'hld'>
export type DestructionId = Id<'dst'>

export type PlacedHold = {
  readonly id: HoldId
  readonly session: SessionId
  readonly reason: string
  readonly reviewOn: Temporal.PlainDate
  /** P-31: nobody looks at it either. */
  readonly blocks: boolean
  /** P-15, P-16: what is disputed, and who asked in which words; such a hold ends with a decision. */
  readonly about: ClaimKind | null
  readonly claim: string
  readonly by: AccountId
  readonly byName: string
  readonly at: Instant
}

export type ClaimEnd = { readonly outcome: ClaimOutcome; readonly words: string }

export type OverdueHold = {
  readonly id: HoldId
  readonly session: SessionId
  readonly by: AccountId
  readonly examTitle: string
  readonly examinee: string
}

/** Institutions with a hold whose review nobody was told of yet. */
export type InstitutionsHolding = () => Promise<readonly TenantId[]>

/** A closed recording with all that its term depends on. */
export type KeptRecording = {
  readonly session: SessionId
  readonly exam: ExamId
  readonly examTitle: string
  readonly examinee: string
  readonly recordedAt: Instant
  readonly resultAnnouncedAt: Instant | null
  /** Hex SHA-256 of the signed manifest. */
  readonly sha256: string
  readonly appeals: readonly AppealState[]
  /** One about the proctor that nobody answered yet. */
  readonly complaint: boolean
  readonly holds: readonly PlacedHold[]
  /** P-15: by decision nobody uses it any more; it keeps nothing past its term. */
  readonly stopped: boolean
  /** The consent it was made under was taken back since (P-14). */
  readonly withdrawn: Withdrawal | null
  readonly tombstone: Tombstone | null
}

/** A row of an act; the recording is doomed from the second person's word on. */
export type Tombstone = {
  readonly session: SessionId
  readonly destruction: DestructionId
  readonly number: number
  readonly examTitle: string
  readonly examinee: string
  readonly recordedOn: Temporal.PlainDate
  readonly sha256: string
  readonly doomedAt: Instant | null
  readonly keyDestroyedAt: Instant | null
  readonly objectsDestroyedAt: Instant | null
  readonly objects: number | null
}

export type Destruction = {
  readonly id: DestructionId
  readonly number: number
  readonly state: 'prepared' | 'confirmed' | 'destroyed'
  readonly ground: string
  readonly preparedBy: AccountId
  readonly preparedName: string
  readonly preparedAt: Instant
  readonly confirmedBy: AccountId | null
  readonly confirmedName: string | null
  readonly confirmedAt: Instant | null
  readonly destroyedAt: Instant | null
  readonly recordings: number
}

export type Retention = {
  /** Finished exams without whose they were; the month is of this zone. */
  readonly bare: (zone: string) => Promise<readonly Bare[]>
  /** Closed recordings, the oldest first; null asks for all of the institution. */
  readonly recordings: (sessions: readonly SessionId[] | null) => Promise<readonly KeptRecording[]>
  readonly hold: (hold: Omit<PlacedHold, 'byName'>) => Promise<void>
  /** Null: there is no such hold any more. */
  readonly heldAbout: (id: HoldId) => Promise<{ readonly about: ClaimKind | null } | null>
  readonly decideClaim: (id: HoldId, end: ClaimEnd) => Promise<void>
  readonly blocked: (session: SessionId) => Promise<boolean>
  /** Whose recording a hold keeps, held until the transaction ends; null when it was released or is not there. */
  readonly heldTo: (id: HoldId) => Promise<SessionId | null>
  /** It is kept on, until a later day. */
  readonly lookAgain: (id: HoldId, reason: string, reviewOn: Temporal.PlainDate) => Promise<void>
  /** Whose day to look again has come and nobody was told. */
  readonly overdueHolds: (today: Temporal.PlainDate) => Promise<readonly OverdueHold[]>
  readonly toldToLook: (id: HoldId, on: Temporal.PlainDate) => Promise<void>
  /** False when it was released already or is not there. */
  readonly release: (id: HoldId, by: AccountId, at: Instant) => Promise<SessionId | null>
  /** The newest of them. */
  readonly destructions: () => Promise<readonly Destruction[]>
  readonly destruction: (id: DestructionId) => Promise<Destruction | null>
  /** Held until the transaction ends. */
  readonly lockDestruction: (id: DestructionId) => Promise<Destruction | null>
  readonly nextNumber: () => Promise<number>
  readonly prepare: (
    destruction: Destruction,
    recordings: readonly Pick<Tombstone, 'session' | 'recordedOn' | 'sha256'>[],
  ) => Promise<void>
  readonly save: (destruction: Destruction) => Promise<void>
  readonly doom: (id: DestructionId, at: Instant) => Promise<void>
  readonly cancel: (id: DestructionId) => Promise<void>
  readonly tombstones: (id: DestructionId) => Promise<readonly Tombstone[]>
  readonly tombstoneOf: (session: SessionId) => Promise<Tombstone | null>
  /** What was noticed in the recording and said of it goes with it; marks and what protocols rest on stay. */
  readonly forgetFound: (session: SessionId) => Promise<void>
}

/** What a restored older copy has to be told; one line of the keys' folder, which is backed up by itself (P-24b). */
export type ErasedLine = {
  readonly session: SessionId
  readonly tenant: TenantId
  readonly recordedOn: string
  readonly sha256: string
  readonly at: string
  readonly act: {
    readonly id: DestructionId
    readonly number: number
    readonly ground: string
    readonly preparedBy: AccountId
    readonly preparedName: string
    readonly preparedAt: string
    readonly confirmedBy: AccountId
    readonly confirmedName: string
    readonly confirmedAt: string
  }
}

export type ErasedList = {
  /** Durable when it resolves. */
  readonly add: (line: ErasedLine) => Promise<void>
}

/** Past the fence of the requests, which never delete what was recorded. */
export type Shredder = {
  readonly destroyKey: (session: SessionId, at: Instant) => Promise<void>
  readonly objectsOf: (session: SessionId) => Promise<readonly string[]>
  /** Index and places of the records; `objects` were removed before. */
  readonly forgetRecords: (session: SessionId, objects: number, at: Instant) => Promise<void>
  /** Confirmed acts of every institution that are not done yet. */
  readonly unfinished: () => Promise<readonly { readonly tenant: TenantId; readonly id: DestructionId }[]>
}

/** Closed to everybody by a hold that says so. */
export type Blocked = (tenant: TenantId, session: SessionId) => Promise<boolean>

export type Destroyed = (tenant: TenantId, session: SessionId) => Promise<boolean>

/** One table of what is kept about a person: its name and its rows, names of other people left out. */
export type SubjectPart = {
  readonly name: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}
export type SubjectData = (tenant: TenantId, person: AccountId) => Promise<readonly SubjectPart[]>
