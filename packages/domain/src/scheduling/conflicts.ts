import { type Interval, overlap } from './interval.ts'

/** A person booked somewhere for a time. Place: a room for supervision on site, null for watching over the network. */
export type Booking = Interval & {
  readonly person: string
  readonly exam: string
  readonly as: 'examinee' | 'proctor'
  readonly place: string | null
}

export type Conflict = {
  readonly why: 'two_exams' | 'two_places' | 'takes_and_watches'
  readonly person: string
  readonly exams: readonly [string, string]
}

const clash = (a: Booking, b: Booking): Conflict['why'] | null => {
  if (a.person !== b.person || !overlap(a, b)) return null
  if (a.as !== b.as) return 'takes_and_watches'
  if (a.as === 'examinee') return a.exam === b.exam ? null : 'two_exams'
  return a.place === b.place ? null : 'two_places'
}

/** Each clashing pair of exams once, in the order of the bookings. */
export function conflictsOf(bookings: readonly Booking[]): readonly Conflict[] {
  const found = new Map<string, Conflict>()
  for (const [i, a] of bookings.entries())
    for (const b of bookings.slice(i + 1)) {
      const why = clash(a, b)
      const key = `${a.person} ${why} ${[a.exam, b.exam].sort().join(' ')}`
      if (why && !found.has(key)) found.set(key, { why, person: a.person, exams: [a.exam, b.exam] })
    }
  return [...found.values()]
}
