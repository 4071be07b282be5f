import type { AccountId } from '@ochno/domain/ids'
import type { Decider } from '@ochno/domain/failure/powers'
import type { Instant } from '@ochno/domain/time'
import type { NewDate } from '../../ports/amendments.ts'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { CountedExam } from '../../ports/exams.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Printer } from '../../ports/print.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type FailureDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly audit: Audit
  readonly printer: Printer
  readonly newDate: NewDate
  /** Ends an attempt that still runs, as broken off by a failure; false: it did not run. */
  readonly breakOff: (tx: Tx, asker: Asker, session: SessionFacts, now: Instant) => Promise<boolean>
  /** After the commit: what this examinee may do has changed. */
  readonly ended: (examinee: AccountId) => void
  /** Parents who are told with their child. */
  readonly relatives: (tx: Tx, examinee: AccountId, now: Instant) => Promise<readonly AccountId[]>
}

export const entry = lines({
  purpose: 'exam',
  prefix: 'failure.',
  role: ({ roles }) => roles?.find((role) => role !== 'proctor') ?? 'system',
})

/** Whoever gives the exam, or its author where nobody was named; and the office, where the act leaves it to them. */
export function decides(
  asker: Asker,
  exam: Pick<CountedExam, 'teachers' | 'createdBy'>,
  deciders: readonly Decider[],
): boolean {
  const named = exam.teachers.length > 0
  const gives = named
    ? exam.teachers.some(({ id }) => id === asker.account)
    : exam.createdBy === asker.account
  const office = asker.roles.includes('methodist') || asker.roles.includes('admin')
  return (deciders.includes('teacher') && gives) || (deciders.includes('office') && office)
}
