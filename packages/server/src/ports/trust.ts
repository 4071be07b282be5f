import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Thresholds } from '@ochno/domain/trust/bands'
import type { Interval, Reason } from '@ochno/domain/trust/score'
import type { Weight } from '@ochno/domain/trust/weights'

/** The table of one exam; `n` counts from 1, its version is `own-n`. */
export type OwnWeights = {
  readonly n: number
  readonly at: Instant
  readonly byCode: Readonly<Record<string, Weight>>
  readonly confirmedTimes: number
  readonly thresholds: Thresholds
}

export type GivenScore = {
  readonly at: Instant
  readonly by: AccountId
  readonly version: string
  readonly hundredths: number
  readonly intervals: readonly Interval[]
  readonly reasons: readonly Reason[]
}

export type Trust = {
  readonly weightsOf: (exam: ExamId) => Promise<readonly OwnWeights[]>
  readonly weightsIn: (exams: readonly ExamId[]) => Promise<ReadonlyMap<ExamId, readonly OwnWeights[]>>
  readonly addWeights: (exam: ExamId, by: AccountId, weights: Omit<OwnWeights, 'n'>) => Promise<void>
  /** Which of the product's own tables each began with. */
  readonly beganWith: (sessions: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, string>>
  /** Oldest first. */
  readonly scoresOf: (session: SessionId) => Promise<readonly GivenScore[]>
  readonly scoresIn: (
    sessions: readonly SessionId[],
  ) => Promise<ReadonlyMap<SessionId, readonly GivenScore[]>>
  readonly addScore: (session: SessionId, score: GivenScore) => Promise<void>
}
