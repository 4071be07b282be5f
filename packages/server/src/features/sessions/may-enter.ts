// What the rules of the exam want before somebody's control window opens.
import type { EquipmentHold } from '@ochno/domain/equipment/hold'
import { isWatchedLive } from '@ochno/domain/exam/card'
import { atDoor, heldAtDoor, type Held } from '@ochno/domain/identity/visit'
import { type EffectivePolicy, isSaid, numberOf } from '@ochno/domain/policy/effective'
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { isHeldBack } from './admission.ts'
import type { Readiness } from './deps.ts'
import { refuseLate } from './late-original.ts'
import { awaitConsent } from './refuse-consent.ts'
import { awaitCheck, refuseEquipment } from './refuse-equipment.ts'

type EnterRefusal =
  | 'not_admitted'
  | 'exam_draft'
  | 'consent_refused'
  | 'consent_missing'
  | 'original_late'
  | 'original_refused'
  | 'run_full'
  | 'no_proctor'
  | 'people_not_told'
  | 'checklist_open'
  | 'not_briefed'
  | EquipmentHold

/** Null: the rules let this session begin now. Of those who enter at one moment one is counted before the other. */
export async function refuseEntry(
  ready: Readiness,
  tx: Tx,
  session: SessionFacts,
  now: Instant,
): Promise<EnterRefusal | null> {
  const rules = await tx.rules.ofExam(session.exam)
  if (rules?.state === 'draft') return 'exam_draft'
  if (await isHeldBack(tx, session.id)) return 'not_admitted'
  if (rules === null || rules.frozen === null) return null
  const unanswered = await awaitConsent(tx, session, rules.policy)
  if (unanswered) return unanswered
  const late = await refuseLate(tx, session, rules.policy, now)
  if (late) return late
  const unfit = await refuseEquipment(tx, session)
  if (unfit) return unfit
  if (isWatchedLive(rules.card.mode) && !(await isWatched(tx, session, now))) return 'no_proctor'
  if (mustBeTold(rules.policy) && !(await ready.everybodyTold(tx, session.exam))) return 'people_not_told'
  if (!(await ready.prepared(tx, session.exam))) return 'checklist_open'
  if (!(await ready.briefed(tx, session))) return 'not_briefed'
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

/** SM-14: whoever is suspended or dismissed is still written beside the examinee, and watches nobody. */
async function isWatched(tx: Tx, { proctors }: SessionFacts, now: Instant): Promise<boolean> {
  const barred = await tx.appointments.barred(now)
  return proctors.some(({ id }) => !barred.has(id))
}

/** In a classroom there is nothing to record and nothing to check of a machine; the rest stands as it does elsewhere. */
export async function refuseRoom(
  ready: Readiness,
  tx: Tx,
  session: SessionFacts,
): Promise<'not_admitted' | 'exam_draft' | 'people_not_told' | 'checklist_open' | 'not_briefed' | null> {
  const rules = await tx.rules.ofExam(session.exam)
  if (rules === null || rules.state === 'draft') return 'exam_draft'
  if (await isHeldBack(tx, session.id)) return 'not_admitted'
  if (mustBeTold(rules.policy) && !(await ready.everybodyTold(tx, session.exam))) return 'people_not_told'
  if (!(await ready.prepared(tx, session.exam))) return 'checklist_open'
  return (await ready.briefed(tx, session)) ? null : 'not_briefed'
}

/** R4-3.6b: the schedule is brought to everybody, or the exam does not begin. */
export const mustBeTold = (policy: EffectivePolicy): boolean =>
  isSaid(policy, 'schedule.publish_to_examinee', 'required')

/** What was not shown, read or decided before the start (R4-4.1); where the rules ask nothing of it, nothing. */
export async function heldAtTheDoor(
  tx: Tx,
  session: SessionFacts,
  now: Instant,
): Promise<Held | EquipmentHold | null> {
  const { id, examinee } = session
  const rules = await tx.rules.ofSession(id)
  if (!rules) return null
  const of = { policy: rules.policy, mode: rules.card.mode }
  return (
    heldAtDoor(atDoor(of, await tx.doors.find(id), await tx.doors.reference(examinee))) ??
    (await awaitCheck(tx, session, rules, now))
  )
}
