import type { ComplaintRow, MyComplaint } from '@ochno/contract/complaints'
import { barredFrom, type Concerned, isOverdue, stateOf } from '@ochno/domain/complaint/complaint'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Complaint } from '../../ports/complaints.ts'

export const ownView = (of: Complaint, now: Instant): MyComplaint => ({
  session: of.session,
  seq: of.seq,
  exam: of.exam,
  examinee: of.examineeName,
  at: of.at.toString(),
  text: of.text,
  state: stateOf(of),
  due: of.due?.toString() ?? null,
  overdue: isOverdue(of, now),
  taken: of.taken && { name: of.taken.name, at: of.taken.at.toString() },
  answered: of.answered && {
    name: of.answered.name,
    at: of.answered.at.toString(),
    outcome: of.answered.outcome,
    text: of.answered.text,
  },
})

export const rowOf = (of: Complaint, concerned: Concerned, asker: AccountId, now: Instant): ComplaintRow => ({
  ...ownView(of, now),
  proctors: of.proctors.map(({ name }) => name),
  mine: of.taken?.by === asker,
  barred: barredFrom(concerned, asker),
})
