import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { Condition, StaffDecision } from '@ochno/domain/scheduling/admission'
import type { ChecklistItem } from '@ochno/domain/scheduling/checklist'
import type { Instant } from '@ochno/domain/time'

/** `of`: hex digest of what was confirmed. */
export type Confirmed = {
  readonly item: ChecklistItem
  readonly by: AccountId
  readonly byName: string
  readonly at: Instant
  readonly of: string
}

export type Admissions = {
  readonly confirmed: (exam: ExamId) => Promise<readonly Confirmed[]>
  readonly confirm: (
    exam: ExamId,
    confirmed: Omit<Confirmed, 'byName' | 'of'>,
    of: Uint8Array,
  ) => Promise<void>
  /** Null: nobody stated any. */
  readonly conditions: (session: SessionId) => Promise<readonly Condition[] | null>
  readonly ofExam: (
    exam: ExamId,
  ) => Promise<readonly { readonly session: SessionId; readonly conditions: readonly Condition[] }[]>
  readonly stated: (sessions: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, readonly Condition[]>>
  readonly state: (
    session: SessionId,
    conditions: readonly Condition[],
    by: AccountId,
    at: Instant,
  ) => Promise<void>
  /** TR-11: what somebody decided about a late original. */
  readonly decision: (session: SessionId) => Promise<LateDecision | null>
  readonly decisions: (exam: ExamId) => Promise<ReadonlyMap<SessionId, LateDecision>>
  readonly decide: (session: SessionId, decided: StaffDecision & { readonly by: AccountId }) => Promise<void>
}

export type LateDecision = StaffDecision & { readonly by: AccountId; readonly byName: string }
