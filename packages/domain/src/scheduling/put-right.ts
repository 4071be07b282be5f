// People of a published exam put elsewhere: every limit is asked again of how things would stand afterwards.
import { type Booking, conflictsOf } from './conflicts.ts'
import { type Interval, mostAtOnce, overlap } from './interval.ts'
import { mayWatch, type SeatRules, type Watch } from './seats.ts'

/** Somebody as he would sit afterwards. */
export type Seated = Interval & {
  readonly examinee: string
  readonly exam: string
  readonly proctors: readonly string[]
  /** A classroom; null over the network. */
  readonly place: string | null
  /** Fixed to a slot: an exam with a wide window does not say when its people come. */
  readonly slotted: boolean
}

/** What stands besides, without those who are put elsewhere. */
export type Standing = {
  /** Everybody else of the same exam who may still be writing. */
  readonly sameExam: readonly Interval[]
  readonly watches: readonly Watch[]
  readonly bookings: readonly Booking[]
}

type SeatProblem = {
  readonly why: 'slot_full' | 'examinee_busy' | 'proctor_full' | 'proctor_busy'
  readonly person: string
  /** The exam that stands in the way. */
  readonly exam: string | null
}

const clipped = (a: Interval, b: Interval): Interval => ({
  from: a.from.epochMilliseconds < b.from.epochMilliseconds ? b.from : a.from,
  until: a.until.epochMilliseconds < b.until.epochMilliseconds ? a.until : b.until,
})

const watchOf = (seat: Seated, proctor: string): Watch => ({
  proctor,
  exam: seat.exam,
  examinee: seat.examinee,
  from: seat.from,
  until: seat.until,
  endedAt: null,
})

const bookingsOf = (seat: Seated): readonly Booking[] => {
  const { from, until, exam, place } = seat
  return [
    { person: seat.examinee, exam, as: 'examinee', place: null, from, until },
    ...seat.proctors.map((person) => ({ person, exam, as: 'proctor' as const, place, from, until })),
  ]
}

/** Empty: everybody fits. Each person is named once for each reason. */
export function problemsOfSeats(
  seats: readonly Seated[],
  standing: Standing,
  rules: SeatRules,
): readonly SeatProblem[] {
  const found = new Map<string, SeatProblem>()
  const add = (why: SeatProblem['why'], person: string, exam: string | null = null) => {
    if (!found.has(`${why} ${person}`)) found.set(`${why} ${person}`, { why, person, exam })
  }
  for (const seat of seats) {
    const others = [...standing.sameExam, ...seats.filter((one) => one !== seat && one.exam === seat.exam)]
    const inside = others.filter((one) => overlap(one, seat)).map((one) => clipped(one, seat))
    if (rules.atOnce !== null && mostAtOnce(inside) >= rules.atOnce) add('slot_full', seat.examinee)
  }
  const watches = [
    ...standing.watches,
    ...seats.flatMap((seat) => seat.proctors.map((proctor) => watchOf(seat, proctor))),
  ]
  for (const seat of seats)
    for (const proctor of seat.proctors)
      if (!mayWatch(watches, watchOf(seat, proctor), rules).ok) add('proctor_full', proctor)
  const placed = seats.filter(({ slotted }) => slotted).flatMap(bookingsOf)
  for (const { person, why, exams } of conflictsOf([...placed, ...standing.bookings])) {
    const mine = placed.some((one) => one.person === person && exams.includes(one.exam))
    if (!mine) continue
    const other = exams.find((exam) => !placed.some((one) => one.person === person && one.exam === exam))
    const sits = placed.some((one) => one.person === person && one.as === 'examinee')
    add(why === 'two_exams' || sits ? 'examinee_busy' : 'proctor_busy', person, other ?? null)
  }
  return [...found.values()]
}
