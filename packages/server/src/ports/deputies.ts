import type { Capability } from '@ochno/domain/access/table'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from './store.ts'

/** Who may do what a notice asks for, of this exam; never those whom it is about. */
export type Wanted = {
  readonly can: Capability
  readonly exam: ExamId
  readonly without: readonly string[]
}

/** SM-4: to whom what is overdue goes. The deputy director, whom the order names or who leads; where there is none, the director, then administrators. */
export type Deputies = (tx: Tx, now: Instant, wanted: Wanted) => Promise<readonly AccountId[]>
