// The rules an exam and its sessions run under. Whoever checks, identifies or records asks here, never the act itself:
// a new edition of the act does not reach an exam that was published before it (R0-7.5).
import type { ExamCard } from '@ochno/domain/exam/card'
import type { ActId, ExamId, SessionId } from '@ochno/domain/ids'
import type { ExamPermissions } from '@ochno/domain/incident/permitted'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Value } from '@ochno/domain/policy/parameter'
import type { Instant } from '@ochno/domain/time'
import type { Exam } from './exams.ts'

export type ExamRules = {
  readonly exam: ExamId
  readonly state: Exam['state']
  /** Number of the preset the edition came from, `own` for an own act, null for an exam that no act rules. */
  readonly act: string | null
  /** Null with `act`: made where the institution has no act in force. */
  readonly frozen: {
    readonly act: ActId
    readonly edition: number
    /** The edition as a protocol quotes it. */
    readonly quote: string
    readonly takenAt: Instant
    /** Hex SHA-256 of what was published. */
    readonly sha256: string
  } | null
  /**
   * Every parameter with where it came from. Ask with `isSaid`, `names`, `numberOf` of domain/policy/effective. Without an
   * act every value is null, so that nothing is required and nothing is refused.
   */
  readonly policy: EffectivePolicy
  /** What the act's edition in force, or else its last one, says of possible results: for where the frozen rules have it from nobody. */
  readonly resultsNow: Value | null
  readonly card: ExamCard
  readonly permissions: ExamPermissions
}

/**
 * `tx.rules.ofSession(id)` in any feature: null only when there is no such session in this institution. A draft has the
 * rules of an exam without an act, and its sessions can not be authorised.
 */
export type ExamPolicies = {
  readonly ofExam: (id: ExamId) => Promise<ExamRules | null>
  readonly ofSession: (id: SessionId) => Promise<ExamRules | null>
  readonly ofSessions: (ids: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, ExamRules>>
}
