// A whole slot, or all who come without one: another time, another proctor, called off; and the exam as a whole.
import type { Deed } from '@ochno/contract/amendments'
import type { ExamId, SlotId } from '@ochno/domain/ids'
import {
  grownWindow,
  isSameWindow,
  isWrongWindow,
  type StartWindow,
  windowOf,
} from '@ochno/domain/scheduling/start-window'
import { hasBegun, isOver, latestOnly } from '@ochno/domain/session/again'
import type { Instant } from '@ochno/domain/time'
import type { ExamSlot } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { given, idsOf, kept, type Outcome, planned, type Target } from './amend-planned.ts'
import { no } from './deps.ts'

/** Those of one slot, or of none. */
async function peopleOf(tx: Tx, exam: ExamId, slot: SlotId | null): Promise<readonly SessionFacts[]> {
  const inside = new Set(
    (await tx.schedule.slotsOf(exam)).filter((one) => one.slot === slot).map(({ session }) => session),
  )
  return (await tx.sessions.ofExam(exam, null)).filter(({ id }) => inside.has(id))
}

const slotOf = async (tx: Tx, exam: ExamId, id: SlotId | null): Promise<ExamSlot | null> =>
  (await tx.exams.slots(exam)).find((slot) => slot.id === id) ?? null

export async function planProctor(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'change_proctor' }>,
): Promise<Outcome> {
  const slot = await slotOf(tx, here.exam.id, deed.slot)
  if (deed.slot !== null && !slot) return no('not_found')
  if (!(await tx.schedule.named([deed.to], 'proctor')).has(deed.to))
    return no((await tx.accounts.find(deed.to)) ? 'not_a_proctor' : 'not_found')
  const people = (await peopleOf(tx, here.exam.id, deed.slot))
    .filter((session) => !isOver(session))
    .filter((session) => {
      const ids = idsOf(session)
      return deed.from === null ? ids.length === 0 : ids.includes(deed.from)
    })
  if (people.length === 0 || deed.from === deed.to) return no('same_place')
  const seats = people.map((session) => ({
    ...kept(session, slot?.id ?? null, windowOf(session)),
    session,
    proctors: [...new Set([...idsOf(session).filter((id) => id !== deed.from), deed.to])],
  }))
  const at = windowOf(slot ?? here.exam)
  return planned(
    here,
    { what: 'change_proctor', was: at, now: at },
    {
      seats,
    },
  )
}

export async function planSlot(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'move_slot' }>,
  now: Instant,
): Promise<Outcome> {
  const slot = await slotOf(tx, here.exam.id, deed.slot)
  if (deed.slot !== null && !slot) return no('not_found')
  const at = given(deed)
  if (isWrongWindow(at, now)) return no('wrong_window')
  const before = windowOf(slot ?? here.exam)
  if (isSameWindow(before, at)) return no('same_place')
  const inside = await peopleOf(tx, here.exam.id, deed.slot)
  const slots = deed.slot === null ? await tx.exams.slots(here.exam.id) : []
  // A time of one's own in an exam without slots stays as it is.
  const together =
    deed.slot === null && slots.length === 0 ? inside.filter((one) => isSameWindow(one, before)) : inside
  if (together.some(hasBegun)) return no('slot_began')
  const people = latestOnly(together, await tx.sessions.ofExam(here.exam.id, null))
  // The window of an exam with slots keeps holding all of them.
  const held = slots.reduce<StartWindow>((window, one) => grownWindow(window, one) ?? window, at)
  return planned(
    here,
    { what: 'move_slot', was: before, now: at },
    {
      seats: people.map((session) => kept(session, slot?.id ?? null, at)),
      movedSlot: slot && { slot: slot.id, window: at },
      window: deed.slot === null ? held : grownWindow(here.exam, at),
      ofMany: true,
    },
  )
}

export async function planCancelSlot(tx: Tx, here: Target, id: SlotId): Promise<Outcome> {
  const slot = await slotOf(tx, here.exam.id, id)
  if (!slot) return no('not_found')
  const people = await peopleOf(tx, here.exam.id, id)
  if (people.some(hasBegun)) return no('slot_began')
  return planned(
    here,
    { what: 'cancel_slot', was: windowOf(slot), now: null },
    {
      off: people.filter(({ state }) => state === 'admitted'),
      droppedSlot: id,
      ofMany: true,
    },
  )
}

export async function planCancelExam(tx: Tx, here: Target): Promise<Outcome> {
  const people = await tx.sessions.ofExam(here.exam.id, null)
  if (people.some(hasBegun)) return no('exam_began')
  return planned(
    here,
    { what: 'cancel_exam', was: windowOf(here.exam), now: null },
    {
      off: people.filter(({ state }) => state === 'admitted'),
      cancels: true,
      ofMany: true,
    },
  )
}
