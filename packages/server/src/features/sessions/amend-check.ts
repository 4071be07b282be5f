// Whether everybody may sit as planned, and who would watch: every limit of the frozen rules is asked again.
import type { AmendmentPreview, amendmentProblems } from '@ochno/contract/amendments'
import { isWatchedLive, needsProctor } from '@ochno/domain/exam/card'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { numberOf } from '@ochno/domain/policy/effective'
import type { Interval } from '@ochno/domain/scheduling/interval'
import { problemsOfSeats, type Seated, type Standing } from '@ochno/domain/scheduling/put-right'
import { isAfter, isBefore } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import type { Planned, PlannedSeat } from './amend-planned.ts'
import { placeOf, timeOf } from './may-admit.ts'
import { refuseProctor } from './refuse-proctor.ts'

type Why = (typeof amendmentProblems)[number]
type Problem = { readonly why: Why; readonly who: AccountId; readonly exam: ExamId | null }

/** A seat whose proctors are settled. */
export type SettledSeat = PlannedSeat & { readonly proctors: readonly AccountId[] }
type Checked = { readonly seats: readonly SettledSeat[]; readonly problems: readonly Problem[] }

const lasts = ({ exam }: Planned['target'], { window }: PlannedSeat): Interval =>
  timeOf({ ...window, lengthMinutes: exam.lengthMinutes })

const seated = (planned: Planned, seat: PlannedSeat, proctors: readonly AccountId[]): Seated => ({
  ...lasts(planned.target, seat),
  examinee: seat.examinee,
  exam: planned.target.exam.id,
  proctors,
  place: placeOf(planned.target.rules),
  slotted: seat.slot !== null || seat.ownTime === true,
})

const hull = (all: readonly Interval[]): Interval | null =>
  all.reduce<Interval | null>(
    (wide, one) => ({
      from: wide && isBefore(wide.from, one.from) ? wide.from : one.from,
      until: wide && isAfter(wide.until, one.until) ? wide.until : one.until,
    }),
    null,
  )

/** Everything that stands besides, without the seats that change and those that are given up. */
async function standingOf(tx: Tx, planned: Planned, people: readonly AccountId[]): Promise<Standing> {
  const during = hull(planned.seats.map((seat) => lasts(planned.target, seat)))
  if (!during) return { sameExam: [], watches: [], bookings: [] }
  const changed = new Set<string>([...planned.seats, ...planned.off].map(({ examinee }) => examinee))
  const ours = new Set<string>([planned.exam.id, planned.target.exam.id])
  const others = (await tx.sessions.ofExam(planned.target.exam.id, null)).filter(
    ({ examinee, deauthorizedAt, state }) =>
      !changed.has(examinee) && deauthorizedAt === null && state !== 'expired_not_started',
  )
  return {
    sameExam: others.map(timeOf),
    watches: (await tx.schedule.watches(people, during)).filter(
      ({ exam, examinee }) => !(ours.has(exam) && changed.has(examinee)),
    ),
    bookings: (await tx.schedule.bookings(people, during)).filter(
      ({ exam, person, as }) => !(as === 'examinee' && ours.has(exam) && changed.has(person)),
    ),
  }
}

const limitsOf = ({ policy, card, frozen }: Planned['target']['rules']) => ({
  atOnce: numberOf(policy, 'capacity.max_simultaneous'),
  perProctor:
    frozen !== null && isWatchedLive(card.mode)
      ? numberOf(policy, 'staffing.sync_examinees_per_proctor')
      : null,
})

/** Those who watch there already, the ones of before first. */
async function candidates(tx: Tx, planned: Planned, seat: PlannedSeat): Promise<readonly AccountId[]> {
  const there = await tx.schedule.slotsOf(planned.target.exam.id)
  const inside = new Set(there.filter(({ slot }) => slot === seat.slot).map(({ session }) => session))
  const sessions = (await tx.sessions.ofExam(planned.target.exam.id, null)).filter(({ id }) => inside.has(id))
  return [...new Set([...seat.before, ...sessions.flatMap(({ proctors }) => proctors.map(({ id }) => id))])]
}

/** Who watches somebody whose proctors were not named: those of before who can, else the first of the place who can. */
async function settle(tx: Tx, planned: Planned, seat: PlannedSeat) {
  const able: AccountId[] = []
  const all = await candidates(tx, planned, seat)
  const standing = await standingOf(tx, planned, [...all, seat.examinee])
  for (const proctor of all) {
    const papers = await refuseProctor(
      tx,
      { examinee: seat.examinee, opensAt: seat.window.opensAt },
      planned.target.rules,
      proctor,
    )
    const crowded = problemsOfSeats(
      [seated(planned, seat, [proctor])],
      standing,
      limitsOf(planned.target.rules),
    ).some(({ person }) => person === proctor)
    if (!papers && !crowded) able.push(proctor)
  }
  const stay = able.filter((id) => seat.before.includes(id))
  const proctors = stay.length > 0 ? stay : able.slice(0, 1)
  const wanted = all.length > 0 && needsProctor(planned.target.rules.card.mode)
  return { proctors, missing: wanted && proctors.length === 0 }
}

export async function checkPlanned(tx: Tx, planned: Planned, dry = false): Promise<Checked> {
  const seats: SettledSeat[] = []
  const problems: Problem[] = []
  for (const seat of planned.seats) {
    if (seat.proctors !== null) {
      seats.push({ ...seat, proctors: seat.proctors })
      continue
    }
    const { proctors, missing } = await settle(tx, planned, seat)
    seats.push({ ...seat, proctors })
    if (missing) problems.push({ why: 'no_proctor_free', who: seat.examinee, exam: null })
  }
  const people = [...new Set(seats.flatMap(({ examinee, proctors }) => [examinee, ...proctors]))]
  if (!dry) await tx.schedule.hold(people)
  const asked = new Set<string>()
  for (const seat of seats)
    for (const proctor of seat.proctors) {
      // Papers do not change from one examinee of a day to the next; own children do.
      const key = `${proctor} ${seat.examinee} ${seat.window.opensAt}`
      if (asked.has(key)) continue
      asked.add(key)
      const why = await refuseProctor(
        tx,
        { examinee: seat.examinee, opensAt: seat.window.opensAt },
        planned.target.rules,
        proctor,
      )
      if (why && !problems.some((one) => one.why === why && one.who === proctor))
        problems.push({ why, who: proctor, exam: null })
    }
  const standing = await standingOf(tx, planned, people)
  const found = problemsOfSeats(
    seats.map((seat) => seated(planned, seat, seat.proctors)),
    standing,
    limitsOf(planned.target.rules),
  )
  return {
    seats,
    problems: [
      ...problems,
      ...found.map(({ why, person, exam }) => ({
        why,
        who: person as AccountId,
        exam: exam as ExamId | null,
      })),
    ],
  }
}

export async function notesOf(
  tx: Tx,
  planned: Planned,
  seats: readonly SettledSeat[],
): Promise<AmendmentPreview['notes']> {
  const notes: AmendmentPreview['notes'] = []
  const { exam, target } = planned
  const joins = seats.some(({ after }) => after === null || after.exam !== target.exam.id)
  if (planned.off.length > 0 || joins) notes.push('list_again')
  if (planned.made) notes.push('slot_made')
  if (planned.window && planned.record.what !== 'move_slot') notes.push('exam_window_grows')
  const other = seats.some(
    ({ before, proctors, after }) =>
      after !== null && planned.record.what !== 'change_proctor' && before.join() !== proctors.join(),
  )
  if (other) notes.push('proctor_changes')
  const stated = await tx.admissions.ofExam(exam.id)
  const heldBack = new Set(
    stated
      .filter(({ conditions }) => conditions.some(({ met }) => met !== true))
      .map(({ session }) => session),
  )
  if (seats.some(({ after }) => after && heldBack.has(after.id))) notes.push('held_back')
  for (const { after } of seats)
    if (after && planned.record.what !== 'change_proctor' && (await tx.workplaces.request(after.id))) {
      notes.push('workplace_again')
      break
    }
  return notes
}
