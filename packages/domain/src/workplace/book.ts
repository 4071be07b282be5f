// A workplace of the institution for one who has no fitting machine at home (003 4.2.5.2, 004 6.3.5): a place, a time, so many seats.
import { type Instant, isAfter, isBefore } from '../time.ts'

export type Workplace = {
  readonly seats: number
  /** Hours of each day in the institution's zone, `09:00`; a day ends at `24:00` at the latest. */
  readonly opens: string
  readonly closes: string
  readonly active: boolean
}

/** Until a time is chosen: from the start window to the last moment an attempt begun in it may last. */
export type Stay = { readonly from: Instant; readonly until: Instant }

export const stayOf = (session: {
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
}): Stay => ({ from: session.opensAt, until: session.closesAt.add({ minutes: session.lengthMinutes }) })

/** The seat is held for the one attempt: its length and the minutes of one's own. */
export const seatOf = (from: Instant, lengthMinutes: number): Stay => ({
  from,
  until: from.add({ minutes: lengthMinutes }),
})

/** Nobody begins before the start window or after it. */
export const mayBeginAt = (
  from: Instant,
  { opensAt, closesAt }: { readonly opensAt: Instant; readonly closesAt: Instant },
): boolean => !isBefore(from, opensAt) && !isAfter(from, closesAt)

const overlap = (a: Stay, b: Stay): boolean => isBefore(a.from, b.until) && isAfter(a.until, b.from)

/** The most people at once during a stay: it can only grow where somebody comes. */
export function mostAtOnce(stay: Stay, taken: readonly Stay[]): number {
  const others = taken.filter((one) => overlap(stay, one))
  const moments = [stay.from, ...others.map(({ from }) => from).filter((from) => isAfter(from, stay.from))]
  return Math.max(
    ...moments.map((at) => others.filter((one) => !isAfter(one.from, at) && isAfter(one.until, at)).length),
  )
}

const minuteOf = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

const isOpen = (stay: Stay, { opens, closes }: Workplace, zone: string): boolean => {
  // Round the clock there is no end of a day to stop at.
  if (opens === '00:00' && closes === '24:00') return true
  const [from, until] = [stay.from.toZonedDateTimeISO(zone), stay.until.toZonedDateTimeISO(zone)]
  const day = from.toPlainDate()
  const minute = (at: typeof from) =>
    at.hour * 60 + at.minute + (at.second > 0 ? 1 : 0) + day.until(at.toPlainDate()).days * 24 * 60
  return minute(from) >= minuteOf(opens) && minute(until) <= minuteOf(closes)
}

export const bookingRefusals = ['workplace_time', 'workplace_shut', 'workplace_full', 'too_late'] as const
export type BookingRefusal = (typeof bookingRefusals)[number]

/** Null: the seat may be booked. */
export function refuseBooking(
  place: Workplace,
  stay: Stay,
  taken: readonly Stay[],
  { zone, now }: { readonly zone: string; readonly now: Instant },
): BookingRefusal | null {
  if (!isBefore(now, stay.until)) return 'too_late'
  if (!place.active || !isOpen(stay, place, zone)) return 'workplace_shut'
  return mostAtOnce(stay, taken) < place.seats ? null : 'workplace_full'
}
