import type { ComplaintLife, ComplaintOutcome } from '@ochno/domain/complaint/complaint'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Complaint = ComplaintLife & {
  readonly session: SessionId
  readonly seq: number
  readonly examinee: AccountId
  readonly examineeName: string
  readonly exam: string
  readonly at: Instant
  readonly text: string
  /** Whoever was ever given the examinee to watch, and whoever spoke as the proctor. */
  readonly proctors: readonly { readonly id: AccountId; readonly name: string }[]
  readonly taken: { readonly by: AccountId; readonly name: string; readonly at: Instant } | null
  readonly answered: {
    readonly by: AccountId
    readonly name: string
    readonly at: Instant
    readonly outcome: ComplaintOutcome
    readonly text: string
  } | null
  readonly escalatedAt: Instant | null
}

export type Complaints = {
  /** Its life begins; the words are the log's. */
  readonly open: (session: SessionId, seq: number, due: Instant | null) => Promise<void>
  /** Every one that waits for its answer, and the newest of those answered. */
  readonly listed: () => Promise<readonly Complaint[]>
  /** Unanswered past their term, and nobody was told of it yet. */
  readonly late: (now: Instant) => Promise<readonly Complaint[]>
  readonly ofExaminees: (accounts: readonly AccountId[]) => Promise<readonly Complaint[]>
  readonly ofSession: (session: SessionId) => Promise<readonly Complaint[]>
  /** Nobody else changes it until this transaction ends. */
  readonly lock: (session: SessionId, seq: number) => Promise<Complaint | null>
  readonly take: (of: Complaint, by: AccountId, at: Instant) => Promise<void>
  readonly answer: (
    of: Complaint,
    answer: {
      readonly by: AccountId
      readonly at: Instant
      readonly outcome: ComplaintOutcome
      readonly text: string
    },
  ) => Promise<void>
  readonly escalated: (of: Complaint, at: Instant) => Promise<void>
}

/** Institutions with an unanswered complaint past its term of which nobody was told. */
export type OverdueComplaints = (now: Instant) => Promise<readonly TenantId[]>
