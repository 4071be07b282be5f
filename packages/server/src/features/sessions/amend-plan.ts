// Which deed plans what, and what is held while it is planned.
import type { Deed } from '@ochno/contract/amendments'
import type { ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { planAdd, planMove, planTakeOff } from './amend-people.ts'
import { type Outcome, refuseTarget, targetOf } from './amend-planned.ts'
import { planCancelExam, planCancelSlot, planProctor, planSlot } from './amend-slots.ts'
import { no } from './deps.ts'

/** Both exams and the sessions of the first are held, always in one order: two organisers do not take one seat. */
async function holdAll(tx: Tx, exam: ExamId, deed: Deed): Promise<void> {
  const other = deed.do === 'move' && deed.to.in === 'exam' ? [deed.to.exam] : []
  for (const id of [...new Set([exam, ...other])].sort()) await tx.exams.hold(id)
  await tx.amendments.lock((await tx.schedule.slotsOf(exam)).map(({ session }) => session))
}

type Manner = {
  /** Somebody whose session is over may get another one. */
  readonly retake?: boolean
  /** Looked at only: nothing is held. */
  readonly dry?: boolean
}

export async function planDeed(
  tx: Tx,
  exam: ExamId,
  deed: Deed,
  now: Instant,
  { retake = false, dry = false }: Manner = {},
): Promise<Outcome> {
  if (!dry) await holdAll(tx, exam, deed)
  const here = await targetOf(tx, exam)
  if (!here) return no('not_found')
  const refused = refuseTarget(here)
  if (refused) return refused
  switch (deed.do) {
    case 'move':
      return planMove(tx, here, deed, now, retake)
    case 'add':
      return planAdd(tx, here, deed, now)
    case 'take_off':
      return planTakeOff(tx, here, deed.session)
    case 'change_proctor':
      return planProctor(tx, here, deed)
    case 'move_slot':
      return planSlot(tx, here, deed, now)
    case 'cancel_slot':
      return planCancelSlot(tx, here, deed.slot)
    case 'cancel_exam':
      return planCancelExam(tx, here)
  }
}
