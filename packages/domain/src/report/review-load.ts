// What lies before each reviewer, what is due when, and whether it will be done in time at the pace of the last days.
import { addWorkingDays, type Calendar, type PlainDate, workingDay } from '../calendar/working-days.ts'
import { type Instant, isAfter, Temporal } from '../time.ts'

export type Waiting = {
  readonly due: Instant | null
  readonly recordedMinutes: number
  readonly escalated: boolean
}

export const dueWhen = ['overdue', 'today', 'next_day', 'two_days', 'later', 'no_term'] as const
export type DueWhen = (typeof dueWhen)[number]

/** Working days the pace is taken from: an engineering proposal. */
export const PACE_DAYS = 10

/** Working days after `from` until `to`, `to` included; null: the calendar does not know them all. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number | null {
  let count = 0
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; ) {
    day = day.add({ days: 1 })
    const known = workingDay(calendar, day)
    if (!known.known) return null
    if (known.working) count += 1
  }
  return count
}

const dayOf = (at: Instant, zone: string): PlainDate => at.toZonedDateTimeISO(zone).toPlainDate()

/** A term on a day off is due before the next working day: it counts as today when no working day lies between. */
export function dueOf({ due }: Waiting, calendar: Calendar, zone: string, now: Instant): DueWhen {
  if (due === null) return 'no_term'
  if (isAfter(now, due)) return 'overdue'
  const days = workingDaysBetween(calendar, dayOf(now, zone), dayOf(due, zone))
  if (days === null || days > 2) return 'later'
  return (['today', 'next_day', 'two_days'] as const)[days] ?? 'later'
}

export type Load = {
  readonly queued: number
  readonly minutes: number
  readonly due: Readonly<Record<DueWhen, number>>
  readonly escalated: number
  /** Recorded minutes reviewed in a working day; null: none of late. */
  readonly pace: number | null
  /** The day the queue ends at this pace; null: there is no pace, or the calendar ends before. */
  readonly clearOn: PlainDate | null
  /** Of those still in time, how many will not be at this pace; null as above. */
  readonly willBeLate: number | null
}

export function loadOf(
  waiting: readonly Waiting[],
  doneMinutes: number,
  calendar: Calendar,
  zone: string,
  now: Instant,
): Load {
  const when = waiting.map((one) => dueOf(one, calendar, zone, now))
  const pace = doneMinutes > 0 ? doneMinutes / PACE_DAYS : null
  return {
    queued: waiting.length,
    minutes: waiting.reduce((sum, one) => sum + one.recordedMinutes, 0),
    due: Object.fromEntries(
      dueWhen.map((one) => [one, when.filter((is) => is === one).length]),
    ) as unknown as Record<DueWhen, number>,
    escalated: waiting.filter(({ escalated }) => escalated).length,
    pace,
    ...forecast(waiting, pace, calendar, zone, now),
  }
}

/** Taken in the order of their terms, a day's pace on each working day, today among them. */
function forecast(
  waiting: readonly Waiting[],
  pace: number | null,
  calendar: Calendar,
  zone: string,
  now: Instant,
): Pick<Load, 'clearOn' | 'willBeLate'> {
  const none = { clearOn: null, willBeLate: null }
  if (waiting.length === 0) return { clearOn: null, willBeLate: 0 }
  if (pace === null) return none
  const today = dayOf(now, zone)
  const isWorking = workingDay(calendar, today)
  if (!isWorking.known) return none
  const dueMs = ({ due }: Waiting) => due?.epochMilliseconds ?? Number.POSITIVE_INFINITY
  let minutes = 0
  let late = 0
  let last: PlainDate | null = null
  for (const one of waiting.toSorted((a, b) => (dueMs(a) < dueMs(b) ? -1 : dueMs(a) > dueMs(b) ? 1 : 0))) {
    minutes += one.recordedMinutes
    // What fits into today needs no further day.
    const days = Math.max(1, Math.ceil(minutes / pace)) - (isWorking.working ? 1 : 0)
    const done = addWorkingDays(calendar, today, days)
    if (done === null) return none
    if (one.due && !isAfter(now, one.due) && Temporal.PlainDate.compare(done, dayOf(one.due, zone)) > 0)
      late++
    last = done
  }
  return { clearOn: last, willBeLate: late }
}

/** The first day of the stretch a pace is taken from: `PACE_DAYS` working days ending yesterday and today. Null: unknown. */
export function paceSince(calendar: Calendar, today: PlainDate): PlainDate | null {
  let day = today
  for (let left = PACE_DAYS; ; ) {
    const known = workingDay(calendar, day)
    if (!known.known) return null
    if (known.working) left -= 1
    if (left === 0) return day
    day = day.subtract({ days: 1 })
  }
}
