// What the rules of the exam want before somebody's control window opens.
import { isWatchedLive } from '@ochno/domain/exam/card'
import { atDoor, heldAtDoor, type Held } from '@ochno/domain/identity/visit'
import { numberOf } from '@ochno/domain/policy/effective'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { isHeldBack } from './admission.ts'
import { refuseConsent } from './refuse-consent.ts'
import { type EquipmentRefusal, refuseEquipment } from './refuse-equipment.ts'

type EnterRefusal =
  | 'not_admitted'
  | 'exam_draft'
  | 'consent_refused'
  | 'run_full'
  | 'no_proctor'
  | EquipmentRefusal

/** Null: the rules let this session begin now. Of those who enter at one moment one is counted before the other. */
export async function refuseEntry(tx: Tx, session: SessionFacts): Promise<EnterRefusal | null> {
  const rules = await tx.rules.ofExam(session.exam)
  if (rules?.state === 'draft') return 'exam_draft'
  if (await isHeldBack(tx, session.id)) return 'not_admitted'
  if (rules === null || rules.frozen === null) return null
  const declined = await refuseConsent(tx, session, rules.policy)
  if (declined) return declined
  const unfit = await refuseEquipment(tx, session)
  if (unfit) return unfit
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

/** What was not shown, read or decided before the start (R4-4.1); where the rules ask nothing of it, nothing. */
export async function heldAtTheDoor(tx: Tx, { id, examinee }: SessionFacts): Promise<Held | null> {
  const rules = await tx.rules.ofSession(id)
  if (!rules) return null
  const of = { policy: rules.policy, mode: rules.card.mode }
  return heldAtDoor(atDoor(of, await tx.doors.find(id), await tx.doors.reference(examinee)))
}
