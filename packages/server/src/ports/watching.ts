import type { Role } from '@ochno/domain/access/table'
import type { AccountId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Span } from '@ochno/domain/recording/coverage'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Instant } from '@ochno/domain/time'

export type ViewId = Id<'viw'>

export type WatchedSession = {
  readonly id: SessionId
  readonly tenant: TenantId
  readonly examinee: AccountId
  readonly examineeName: string
  readonly examTitle: string
  readonly state: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
  readonly authorizedAt: Instant | null
  readonly deadline: Instant | null
  readonly deauthorizedAt: Instant | null
  /** What this viewer read of the rules the exam was published under; absent: no act rules it, or nobody asked for it. */
  readonly requirements?: {
    readonly exam: string
    readonly act: string
    readonly edition: number
    readonly read: readonly number[]
  }
}

/** `removed`: was assigned and no longer is. */
export type Assignment = 'none' | 'active' | 'removed'

export type RecordedSession = WatchedSession & {
  readonly tracks: readonly TrackId[]
  readonly closedAt: Instant | null
}

export type WatchedSessions = {
  readonly find: (
    tenant: TenantId,
    session: SessionId,
    viewer: AccountId,
  ) => Promise<{
    readonly session: WatchedSession
    readonly assignment: Assignment
    /** The recording is this person's to review, and the review is not finished; or its protocol to write, as nobody else looked. */
    readonly reviewing?: boolean
    /** What of it is looked at in that review, Unix ms; null: all of it. */
    readonly piece?: Span | null
    /** T-20: until when an administrator may see it in an exceptional case. */
    readonly glassUntil?: Instant | null
    /** Looked at without knowing whose it is. */
    readonly nameless?: boolean
  } | null>
  /** Assigned to this proctor, ending after `since` and opening before `until`, oldest first. */
  readonly assigned: (
    tenant: TenantId,
    proctor: AccountId,
    since: Instant,
    until: Instant,
  ) => Promise<readonly WatchedSession[]>
  /** Sessions with recorded tracks, newest first; of one proctor when given. */
  readonly recorded: (
    tenant: TenantId,
    of: AccountId | null,
    find: string,
    limit: number,
  ) => Promise<readonly RecordedSession[]>
}

/** R1-7.2c, B-08: a recording opened for a stated purpose, by one sign-in, for a limited time. */
export type View = {
  readonly id: ViewId
  readonly tenant: TenantId
  readonly session: SessionId
  readonly account: AccountId
  readonly signIn: string
  readonly role: Role
  readonly purpose: string
  readonly ground: string
  readonly openedAt: Instant
  readonly endsAt: Instant
}

export type Views = {
  readonly open: (view: View) => Promise<void>
  readonly find: (tenant: TenantId, id: ViewId) => Promise<View | null>
}

/** P-25: who, in which role, why, what and which range, from where. Rows are only ever added. */
export type Access = {
  readonly at: Instant
  readonly tenant: TenantId
  readonly session: SessionId
  readonly account: AccountId
  readonly role: Role
  readonly signIn: string
  readonly ip: string
  readonly action:
    | 'live.begin'
    | 'live.end'
    | 'view.open'
    | 'timeline'
    | 'records'
    | 'door.case'
    | 'door.evidence'
    | 'door.frame'
  readonly purpose: string
  readonly view: ViewId | null
  readonly tid: TrackId | null
  readonly seqFrom: number | null
  readonly seqTo: number | null
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

export type Viewing = {
  readonly name: string
  readonly role: Role
  readonly what: 'live' | 'recording' | 'identity'
  readonly purpose: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly records: number
  readonly place: string
}

export type AccessJournal = {
  /** Resolves once the row is committed; rejects when it could not be, and then no byte is sent (E-T9). */
  readonly write: (row: Access) => Promise<void>
  /** Summed up by viewing: one live watch, one opened recording. */
  readonly viewings: (tenant: TenantId, session: SessionId) => Promise<readonly Viewing[]>
}
