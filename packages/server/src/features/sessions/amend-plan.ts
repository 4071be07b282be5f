// What a deed would change of a published exam: who sits where afterwards, who is called off, which windows move.
import type { Deed } from '@ochno/contract/amendments'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import type { Session } from '@ochno/domain/session/session'
import { type Instant, instant, isAfter, isBefore, Temporal } from '@ochno/domain/time'
import type { Amendment, Window } from '../../ports/amendment-store.ts'
import type { NewDateRefusal } from '../../ports/amendments.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { CountedExam, ExamSlot } from '../../ports/exams.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { no } from './deps.ts'
import { refuseConsent } from './refuse-consent.ts'

/** A window longer than this is a slip of the hand. */
const LONGEST_WINDOW = Temporal.Duration.from({ hours: 24 * 60 })

type Target = { readonly exam: CountedExam; readonly rules: ExamRules }

/** One person as he would sit afterwards. `session`: the row that is kept; null: a new one is made. */
export type PlannedSeat = {
  readonly session: SessionFacts | null
  readonly examinee: AccountId
  readonly examineeName: string
  readonly slot: SlotId | 'made' | null
  readonly window: Window
  /** A time of this person's own in an exam without slots. */
  readonly ownTime?: true
  readonly before: readonly AccountId[]
  /** Null: those of before where they can, else somebody who watches there. */
  readonly proctors: readonly AccountId[] | null
  /** Whose conditions of admission go along. */
  readonly after: SessionFacts | null
}

export type Planned = {
  readonly exam: CountedExam
  readonly target: Target
  readonly seats: readonly PlannedSeat[]
  readonly off: readonly SessionFacts[]
  /** A slot of the target exam that is made, and one that gets another window. */
  readonly made: Window | null
  readonly movedSlot: { readonly slot: SlotId; readonly window: Window } | null
  readonly droppedSlot: SlotId | null
  /** The window of the target exam afterwards; null: as it is. */
  readonly window: Window | null
  readonly cancels: boolean
  /** Teachers are told of what happens to a whole slot or exam. */
  readonly ofMany: boolean
  readonly record: Pick<Amendment, 'what' | 'was' | 'now'>
}

export type Refused = { readonly ok: false; readonly why: NewDateRefusal }
type Outcome = Refused | { readonly ok: true; readonly planned: Planned }

const windowOf = ({ opensAt, closesAt }: Window): Window => ({ opensAt, closesAt })
const given = (of: { readonly opensAt: string; readonly closesAt: string }): Window => ({
  opensAt: instant(of.opensAt),
  closesAt: instant(of.closesAt),
})

const isWrong = ({ opensAt, closesAt }: Window, now: Instant): boolean =>
  !isBefore(opensAt, closesAt) || !isAfter(closesAt, now) || isAfter(closesAt, opensAt.add(LONGEST_WINDOW))

const same = (a: Window, b: Window): boolean => a.opensAt.equals(b.opensAt) && a.closesAt.equals(b.closesAt)

/** The exam's window grows so that it holds another one; null: it does. */
function grown(exam: Window, { opensAt, closesAt }: Window): Window | null {
  const wider = {
    opensAt: isBefore(opensAt, exam.opensAt) ? opensAt : exam.opensAt,
    closesAt: isAfter(closesAt, exam.closesAt) ? closesAt : exam.closesAt,
  }
  return same(wider, exam) ? null : wider
}

const began = ({ state, authorizedAt }: Session): boolean =>
  authorizedAt !== null || !['admitted', 'expired_not_started'].includes(state)

const idsOf = ({ proctors }: SessionFacts): readonly AccountId[] => proctors.map(({ id }) => id)

/** Who did not come in time gets a new session; who is still to come keeps the one there is. */
const kept = (session: SessionFacts, slot: PlannedSeat['slot'], window: Window): PlannedSeat => ({
  session: session.state === 'admitted' ? session : null,
  examinee: session.examinee,
  examineeName: session.examineeName,
  slot,
  window,
  before: idsOf(session),
  proctors: idsOf(session),
  after: session,
})

type Whole = Omit<Planned, 'exam' | 'target' | 'record'>
const nothing: Whole = {
  seats: [],
  off: [],
  made: null,
  movedSlot: null,
  droppedSlot: null,
  window: null,
  cancels: false,
  ofMany: false,
}

type Place = Extract<Deed, { do: 'move' }>['to']

type Placed = {
  readonly ok: true
  readonly target: Target
  readonly slot: PlannedSeat['slot']
  readonly at: Window
  readonly own: Pick<PlannedSeat, 'ownTime'>
  readonly whole: Pick<Whole, 'made' | 'window'>
}

async function targetOf(tx: Tx, id: ExamId): Promise<Target | null> {
  const [exam, rules] = [await tx.exams.find(id), await tx.rules.ofExam(id)]
  return exam && rules ? { exam, rules } : null
}

const refuseTarget = ({ exam }: Target): Refused | null =>
  exam.state === 'draft' ? no('exam_draft') : exam.cancelled ? no('exam_cancelled') : null

/** The slot or the window somebody is put into. */
async function placed(tx: Tx, here: Target, to: Place, now: Instant): Promise<Refused | Placed> {
  const none = { made: null, window: null }
  if (to.in === 'time') {
    const at = given(to)
    if (isWrong(at, now)) return no('wrong_window')
    // One slot would make all who come into the window of the exam come by slots.
    if ((await tx.exams.slots(here.exam.id)).length === 0)
      return { ok: true, target: here, slot: null, at, own: { ownTime: true }, whole: none }
    return {
      ok: true,
      target: here,
      slot: 'made',
      at,
      own: {},
      whole: { made: at, window: grown(here.exam, at) },
    }
  }
  const target = to.in === 'exam' ? await targetOf(tx, to.exam) : here
  if (!target) return no('not_found')
  const refused = refuseTarget(target)
  if (refused) return refused
  if (to.in === 'exam' && !isSibling(here.exam, target.exam)) return no('other_subject')
  const slots = await tx.exams.slots(target.exam.id)
  const wanted = to.in === 'slot' ? to.slot : to.in === 'exam' ? to.slot : null
  const slot = slots.find(({ id }) => id === wanted) ?? null
  if (wanted !== null && !slot) return no('not_found')
  if (wanted === null && slots.length > 0) return no('slot_needed')
  const at = windowOf(slot ?? target.exam)
  if (!isAfter(at.closesAt, now)) return no('already_over')
  return { ok: true, target, slot: slot?.id ?? null, at, own: {}, whole: none }
}

/** The rules let one stand in for the other: the same subject, taken as the same kind of thing. */
export const isSibling = (one: CountedExam, other: CountedExam): boolean =>
  one.id !== other.id &&
  other.state === 'published' &&
  other.cancelled === null &&
  one.card !== null &&
  other.card !== null &&
  one.card.subject !== null &&
  one.card.subject === other.card.subject &&
  one.card.event === other.card.event &&
  one.card.kind === other.card.kind

async function planMove(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'move' }>,
  now: Instant,
  retake: boolean,
): Promise<Outcome> {
  const session = await tx.sessions.find(deed.session)
  if (!session || session.exam !== here.exam.id || session.state === 'cancelled') return no('not_found')
  const over = session.state === 'deauthorized' || session.state === 'expired_not_started'
  if (began(session) && !(retake && over)) return no('session_began')
  const place = await placed(tx, here, deed.to, now)
  if (!place.ok) return place
  const { target, slot, at } = place
  const before =
    (await tx.schedule.slotsOf(here.exam.id)).find((one) => one.session === session.id)?.slot ?? null
  const stays = target.exam.id === here.exam.id
  if (stays && session.state === 'admitted' && same(session, at) && (slot === before || slot === 'made'))
    return no('same_place')
  const there = await tx.sessions.ofExam(target.exam.id, null)
  const others = there.filter(({ examinee, id }) => examinee === session.examinee && id !== session.id)
  if (others.some((other) => !stays || !isOver(other))) return no('session_exists')
  if (await refuseConsent(tx, session, target.rules.policy)) return no('examinee_declined')
  // After a failure its record stays with the session it happened in; the new date is a session of its own.
  const keeps = stays && session.state === 'admitted' && !retake
  return {
    ok: true,
    planned: {
      ...nothing,
      ...place.whole,
      exam: here.exam,
      target,
      seats: [
        {
          ...kept(session, slot, at),
          ...place.own,
          session: keeps ? session : null,
          proctors: deed.proctors ?? null,
        },
      ],
      off: !keeps && session.state === 'admitted' ? [session] : [],
      record: { what: retake ? 'new_date' : 'move', was: windowOf(session), now: at },
    },
  }
}

const isOver = ({ deauthorizedAt, state }: SessionFacts): boolean =>
  deauthorizedAt !== null || state === 'expired_not_started'

async function planAdd(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'add' }>,
  now: Instant,
): Promise<Outcome> {
  if (deed.to.in === 'exam') return no('not_found')
  const names = await tx.schedule.named([deed.examinee], 'examinee')
  const name = names.get(deed.examinee)
  if (name === undefined) return no((await tx.accounts.find(deed.examinee)) ? 'not_an_examinee' : 'not_found')
  const inside = await tx.sessions.ofExam(here.exam.id, null)
  if (inside.some(({ examinee }) => examinee === deed.examinee)) return no('session_exists')
  const place = await placed(tx, here, deed.to, now)
  if (!place.ok) return place
  if (await refuseConsent(tx, { examinee: deed.examinee }, here.rules.policy)) return no('examinee_declined')
  return {
    ok: true,
    planned: {
      ...nothing,
      ...place.whole,
      exam: here.exam,
      target: here,
      seats: [
        {
          session: null,
          examinee: deed.examinee,
          examineeName: name,
          slot: place.slot,
          window: place.at,
          ...place.own,
          before: [],
          proctors: deed.proctors ?? null,
          after: null,
        },
      ],
      record: { what: 'add', was: null, now: place.at },
    },
  }
}

async function planTakeOff(tx: Tx, here: Target, id: SessionId): Promise<Outcome> {
  const session = await tx.sessions.find(id)
  if (!session || session.exam !== here.exam.id || session.state === 'cancelled') return no('not_found')
  if (session.state !== 'admitted')
    return no((await tx.amendments.hasRecording(id)) ? 'session_recorded' : 'session_began')
  return {
    ok: true,
    planned: {
      ...nothing,
      exam: here.exam,
      target: here,
      off: [session],
      record: { what: 'take_off', was: windowOf(session), now: null },
    },
  }
}

/** Those of one slot, or of none. */
async function peopleOf(tx: Tx, exam: ExamId, slot: SlotId | null): Promise<readonly SessionFacts[]> {
  const inside = new Set(
    (await tx.schedule.slotsOf(exam)).filter((one) => one.slot === slot).map(({ session }) => session),
  )
  return (await tx.sessions.ofExam(exam, null)).filter(({ id }) => inside.has(id))
}

const endOf = ({ state, deauthorizedAt, closesAt }: SessionFacts): number =>
  state === 'expired_not_started'
    ? closesAt.epochMilliseconds
    : (deauthorizedAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY)

/** Without those who have a later session in the exam: who did not come in time was given another one. */
async function latest(
  tx: Tx,
  exam: ExamId,
  people: readonly SessionFacts[],
): Promise<readonly SessionFacts[]> {
  const all = await tx.sessions.ofExam(exam, null)
  return people.filter(
    (one) =>
      !all.some(
        (other) => other.id !== one.id && other.examinee === one.examinee && endOf(other) > endOf(one),
      ),
  )
}

const slotOf = async (tx: Tx, exam: ExamId, id: SlotId | null): Promise<ExamSlot | null> =>
  (await tx.exams.slots(exam)).find((slot) => slot.id === id) ?? null

async function planProctor(
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
  return {
    ok: true,
    planned: {
      ...nothing,
      exam: here.exam,
      target: here,
      seats,
      record: { what: 'change_proctor', was: at, now: at },
    },
  }
}

async function planSlot(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'move_slot' }>,
  now: Instant,
): Promise<Outcome> {
  const slot = await slotOf(tx, here.exam.id, deed.slot)
  if (deed.slot !== null && !slot) return no('not_found')
  const at = given(deed)
  if (isWrong(at, now)) return no('wrong_window')
  const before = windowOf(slot ?? here.exam)
  if (same(before, at)) return no('same_place')
  const inside = await peopleOf(tx, here.exam.id, deed.slot)
  const slots = deed.slot === null ? await tx.exams.slots(here.exam.id) : []
  // A time of one's own in an exam without slots stays as it is.
  const together =
    deed.slot === null && slots.length === 0 ? inside.filter((one) => same(one, before)) : inside
  if (together.some(began)) return no('slot_began')
  const people = await latest(tx, here.exam.id, together)
  // The window of an exam with slots keeps holding all of them.
  const held = slots.reduce<Window>((window, one) => grown(window, one) ?? window, at)
  return {
    ok: true,
    planned: {
      ...nothing,
      exam: here.exam,
      target: here,
      seats: people.map((session) => kept(session, slot?.id ?? null, at)),
      movedSlot: slot && { slot: slot.id, window: at },
      window: deed.slot === null ? held : grown(here.exam, at),
      ofMany: true,
      record: { what: 'move_slot', was: before, now: at },
    },
  }
}

async function planCancelSlot(tx: Tx, here: Target, id: SlotId): Promise<Outcome> {
  const slot = await slotOf(tx, here.exam.id, id)
  if (!slot) return no('not_found')
  const people = await peopleOf(tx, here.exam.id, id)
  if (people.some(began)) return no('slot_began')
  return {
    ok: true,
    planned: {
      ...nothing,
      exam: here.exam,
      target: here,
      off: people.filter(({ state }) => state === 'admitted'),
      droppedSlot: id,
      ofMany: true,
      record: { what: 'cancel_slot', was: windowOf(slot), now: null },
    },
  }
}

async function planCancelExam(tx: Tx, here: Target): Promise<Outcome> {
  const people = await tx.sessions.ofExam(here.exam.id, null)
  if (people.some(began)) return no('exam_began')
  return {
    ok: true,
    planned: {
      ...nothing,
      exam: here.exam,
      target: here,
      off: people.filter(({ state }) => state === 'admitted'),
      cancels: true,
      ofMany: true,
      record: { what: 'cancel_exam', was: windowOf(here.exam), now: null },
    },
  }
}

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
