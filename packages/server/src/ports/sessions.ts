import type { AccountId, ExamId, SessionId, SlotId, TenantId } from '@ochno/domain/ids'
import type { EventType } from '@ochno/domain/scheduling/event'
import type { Session } from '@ochno/domain/session/session'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

/** A session with the words a page shows about it. */
export type SessionFacts = Session & {
  readonly examTitle: string
  readonly instructions: string
  readonly examineeName: string
  readonly proctors: readonly { readonly id: AccountId; readonly name: string }[]
  /** R0-1.4b: what is watched, a lesson or an attestation; an exam without a card is one. */
  readonly event: EventType
  /** Null: at home. */
  readonly room: { readonly name: string | null } | null
}

export type Seat = SessionFacts & {
  /** Of the slots that stand: who was in one that was called off is in none. */
  readonly slot: SlotId | null
}

export type SeatsAsked = {
  readonly exam: ExamId
  /** Not null: those assigned to this proctor. */
  readonly proctor: AccountId | null
  readonly find: string
  /** Those of whom something was recorded. */
  readonly recorded: boolean
}

export type Sessions = {
  readonly find: (id: SessionId) => Promise<SessionFacts | null>
  readonly findAll: (ids: readonly SessionId[]) => Promise<readonly SessionFacts[]>
  /** The row is ours until the transaction ends. */
  readonly lock: (id: SessionId) => Promise<SessionFacts | null>
  readonly ofExam: (exam: ExamId, proctor: AccountId | null) => Promise<readonly SessionFacts[]>
  /** Slot by slot, and in each by name; null: the cursor is of another list. */
  readonly page: (asked: SeatsAsked, page: AskedPage) => Promise<Page<Seat> | null>
  /** Each person of an exam once, by name: whoever was given another date stands for that one. */
  readonly personsPage: (
    asked: Pick<SeatsAsked, 'exam' | 'find'>,
    page: AskedPage,
  ) => Promise<Page<SessionFacts> | null>
  readonly ofExaminee: (examinee: AccountId) => Promise<readonly SessionFacts[]>
  /** False when this examinee already has a session of the exam. */
  readonly add: (session: Session, at: Instant) => Promise<boolean>
  readonly save: (session: Session) => Promise<void>
  readonly assign: (id: SessionId, proctor: AccountId, at: Instant) => Promise<void>
  readonly unassign: (id: SessionId, proctor: AccountId, at: Instant) => Promise<boolean>
  /** B-28: the newest alone counts. */
  readonly giveCode: (
    id: SessionId,
    code: {
      readonly hash: Uint8Array
      readonly by: AccountId
      readonly at: Instant
      readonly endsAt: Instant
    },
  ) => Promise<void>
  /** Everybody who was ever put to watch it, also who handed the seat over. */
  readonly watchers: (id: SessionId) => Promise<readonly AccountId[]>
}

/** Sessions of every institution whose time is over but whose state does not say so yet. */
export type Overdue = (
  now: Instant,
) => Promise<readonly { readonly tenant: TenantId; readonly session: SessionId }[]>
