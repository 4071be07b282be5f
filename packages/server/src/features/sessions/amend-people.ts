// One person of a published exam: moved, added, taken off.
import type { Deed } from '@ochno/contract/amendments'
import type { SessionId } from '@ochno/domain/ids'
import { isSibling } from '@ochno/domain/scheduling/sibling'
import {
  grownWindow,
  isSameWindow,
  isWrongWindow,
  type StartWindow,
  windowOf,
} from '@ochno/domain/scheduling/start-window'
import { hasBegun, isOver } from '@ochno/domain/session/again'
import { type Instant, isAfter } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import {
  given,
  kept,
  type Outcome,
  planned,
  type PlannedSeat,
  type Refused,
  refuseTarget,
  type Target,
  targetOf,
  type Whole,
} from './amend-planned.ts'
import { no } from './deps.ts'
import { refuseConsent } from './refuse-consent.ts'

type Place = Extract<Deed, { do: 'move' }>['to']

type Placed = {
  readonly ok: true
  readonly target: Target
  readonly slot: PlannedSeat['slot']
  readonly at: StartWindow
  readonly own: Pick<PlannedSeat, 'ownTime'>
  readonly whole: Pick<Whole, 'made' | 'window'>
}

/** The slot or the window somebody is put into. */
async function placed(tx: Tx, here: Target, to: Place, now: Instant): Promise<Refused | Placed> {
  const none = { made: null, window: null }
  if (to.in === 'time') {
    const at = given(to)
    if (isWrongWindow(at, now)) return no('wrong_window')
    // One slot would make all who come into the window of the exam come by slots.
    if ((await tx.exams.slots(here.exam.id)).length === 0)
      return { ok: true, target: here, slot: null, at, own: { ownTime: true }, whole: none }
    return {
      ok: true,
      target: here,
      slot: 'made',
      at,
      own: {},
      whole: { made: at, window: grownWindow(here.exam, at) },
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

export async function planMove(
  tx: Tx,
  here: Target,
  deed: Extract<Deed, { do: 'move' }>,
  now: Instant,
  retake: boolean,
): Promise<Outcome> {
  const session = await tx.sessions.find(deed.session)
  if (!session || session.exam !== here.exam.id || session.state === 'cancelled') return no('not_found')
  const over = session.state === 'deauthorized' || session.state === 'expired_not_started'
  if (hasBegun(session) && !(retake && over)) return no('session_began')
  const place = await placed(tx, here, deed.to, now)
  if (!place.ok) return place
  const { target, slot, at } = place
  const before =
    (await tx.schedule.slotsOf(here.exam.id)).find((one) => one.session === session.id)?.slot ?? null
  const stays = target.exam.id === here.exam.id
  if (
    stays &&
    session.state === 'admitted' &&
    isSameWindow(session, at) &&
    (slot === before || slot === 'made')
  )
    return no('same_place')
  const there = await tx.sessions.ofExam(target.exam.id, null)
  const others = there.filter(({ examinee, id }) => examinee === session.examinee && id !== session.id)
  if (others.some((other) => !stays || !isOver(other))) return no('session_exists')
  if (await refuseConsent(tx, session, target.rules.policy)) return no('examinee_declined')
  // After a failure its record stays with the session it happened in; the new date is a session of its own.
  const keeps = stays && session.state === 'admitted' && !retake
  return planned(
    here,
    { what: retake ? 'new_date' : 'move', was: windowOf(session), now: at },
    {
      ...place.whole,
      seats: [
        {
          ...kept(session, slot, at),
          ...place.own,
          session: keeps ? session : null,
          proctors: deed.proctors ?? null,
        },
      ],
      off: !keeps && session.state === 'admitted' ? [session] : [],
    },
    target,
  )
}

export async function planAdd(
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
  return planned(
    here,
    { what: 'add', was: null, now: place.at },
    {
      ...place.whole,
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
    },
  )
}

export async function planTakeOff(tx: Tx, here: Target, id: SessionId): Promise<Outcome> {
  const session = await tx.sessions.find(id)
  if (!session || session.exam !== here.exam.id || session.state === 'cancelled') return no('not_found')
  if (session.state !== 'admitted')
    return no((await tx.amendments.hasRecording(id)) ? 'session_recorded' : 'session_began')
  return planned(
    here,
    { what: 'take_off', was: windowOf(session), now: null },
    {
      off: [session],
    },
  )
}
