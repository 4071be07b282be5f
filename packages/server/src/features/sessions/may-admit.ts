// What the rules of an exam want before somebody is admitted to it, or a proctor to somebody.
import { isWatchedLive } from '@ochno/domain/exam/card'
import type { AccountId, SlotId } from '@ochno/domain/ids'
import { numberOf } from '@ochno/domain/policy/effective'
import { type Booking, conflictsOf } from '@ochno/domain/scheduling/conflicts'
import type { Interval } from '@ochno/domain/scheduling/interval'
import { mayWatch } from '@ochno/domain/scheduling/seats'
import type { Session } from '@ochno/domain/session/session'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Exam, ExamSlot } from '../../ports/exams.ts'
import type { Tx } from '../../ports/store.ts'
import { refuseProctor } from './refuse-proctor.ts'

/** The time a session may take: it may begin at the last moment of its window. */
export const timeOf = ({
  opensAt,
  closesAt,
  lengthMinutes,
}: Pick<Session, 'opensAt' | 'closesAt' | 'lengthMinutes'>): Interval => ({
  from: opensAt,
  until: closesAt.add({ minutes: lengthMinutes }),
})

export type Placed =
  | { readonly ok: true; readonly slot: ExamSlot | null }
  | { readonly ok: false; readonly why: 'not_found' | 'slot_needed' | 'slot_full' }

/** The slot a newcomer goes into, if there is room; the exam is held, so that two do not take one seat. */
export async function placeFor(tx: Tx, exam: Exam, rules: ExamRules, wanted: SlotId | null): Promise<Placed> {
  const slots = await tx.exams.slots(exam.id)
  const slot = slots.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && slot === null) return { ok: false, why: 'not_found' }
  if (wanted === null && slots.length > 0) return { ok: false, why: 'slot_needed' }
  const atOnce = numberOf(rules.policy, 'capacity.max_simultaneous')
  if (atOnce === null) return { ok: true, slot }
  const placed = await tx.schedule.slotsOf(exam.id)
  // Who is fixed to no slot may come in any of them.
  const inside = placed.filter((one) => one.slot === null || one.slot === wanted).length
  return inside < atOnce ? { ok: true, slot } : { ok: false, why: 'slot_full' }
}

export const placeOf = ({ card }: ExamRules): string | null =>
  card.delivery.to === 'classroom' ? card.delivery.name : null

/** Whether this examinee is in another slot of that time. */
export async function isBusy(tx: Tx, session: Session): Promise<boolean> {
  const during = timeOf(session)
  const others = (await tx.schedule.bookings([session.examinee], during)).filter(
    ({ exam }) => exam !== session.exam,
  )
  const next: Booking = {
    person: session.examinee,
    exam: session.exam,
    as: 'examinee',
    place: null,
    ...during,
  }
  return conflictsOf([...others, next]).some(({ exams }) => exams.includes(session.exam))
}

export type WatchRefusal = 'proctor_full' | 'proctor_busy'

/** Whether a proctor may take one more examinee, counted over all his exams (TR-13). */
export async function refuseWatch(
  tx: Tx,
  session: Session,
  rules: ExamRules,
  proctor: AccountId,
  slotted: boolean,
): Promise<WatchRefusal | null> {
  if (rules.frozen === null) return null
  await tx.schedule.hold([proctor])
  const during = timeOf(session)
  const perProctor = isWatchedLive(rules.card.mode)
    ? numberOf(rules.policy, 'staffing.sync_examinees_per_proctor')
    : null
  const next = { proctor, exam: session.exam, examinee: session.examinee, ...during, endedAt: null }
  const watches = await tx.schedule.watches([proctor], during)
  if (!mayWatch(watches, next, { perProctor, atOnce: null }).ok) return 'proctor_full'
  if (!slotted) return null
  const booked = await tx.schedule.bookings([proctor], during)
  const own: Booking = {
    person: proctor,
    exam: session.exam,
    as: 'proctor',
    place: placeOf(rules),
    ...during,
  }
  const clash = conflictsOf([...booked, own]).some(({ exams }) => exams.includes(session.exam))
  return clash ? 'proctor_busy' : null
}

/** A seat taken over from a colleague: refused and counted like any other place. */
export const mayTake = async (
  tx: Tx,
  session: Session,
  rules: ExamRules,
  proctor: AccountId,
): Promise<'not_a_proctor' | WatchRefusal | null> =>
  (await refuseProctor(tx, session, rules, proctor))
    ? 'not_a_proctor'
    : refuseWatch(tx, session, rules, proctor, (await tx.exams.slots(session.exam)).length > 0)
