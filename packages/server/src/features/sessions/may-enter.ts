// What the rules of the exam want before somebody's control window opens.
import { isWatchedLive } from '@ochno/domain/exam/card'
import { numberOf } from '@ochno/domain/policy/effective'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

type EnterRefusal = 'exam_draft' | 'run_full' | 'no_proctor'

/** Null: the rules let this session begin now. Of those who enter at one moment one is counted before the other. */
export async function refuseEntry(tx: Tx, session: SessionFacts): Promise<EnterRefusal | null> {
  const rules = await tx.rules.ofExam(session.exam)
  if (rules === null || rules.frozen === null) {
    const exam = await tx.exams.find(session.exam)
    return exam?.state === 'draft' ? 'exam_draft' : null
  }
  if (isWatchedLive(rules.card.mode) && session.proctors.length === 0) return 'no_proctor'
  const atOnce = numberOf(rules.policy, 'capacity.max_simultaneous')
  if (atOnce === null) return null
  await tx.exams.hold(session.exam)
  const inside = await tx.sessions.ofExam(session.exam, null)
  const others = inside.filter(
    ({ id, authorizedAt, deauthorizedAt }) =>
      id !== session.id && authorizedAt !== null && deauthorizedAt === null,
  )
  return others.length >= atOnce ? 'run_full' : null
}
