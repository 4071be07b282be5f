import type { FailureStep, LoggedStep } from '@ochno/domain/failure/step'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

/** What people said and did about technical failures, session by session; only added to. */
export type Failures = {
  /** Oldest first. */
  readonly ofSession: (session: SessionId) => Promise<readonly LoggedStep[]>
  readonly ofExam: (exam: ExamId) => Promise<ReadonlyMap<SessionId, readonly LoggedStep[]>>
  /** The session's row must be held. */
  readonly add: (
    session: SessionId,
    step: { readonly at: Instant; readonly by: AccountId; readonly step: FailureStep },
  ) => Promise<number>
}
