import type { Temporal } from '../time.ts'

export type PlainDate = Temporal.PlainDate

/** What an administrator can edit: a year's deviations from the five-day week. */
export type ProductionYear = {
  readonly year: number
  /** The government act the days were taken from; `provisional` until it is published. */
  readonly source: string
  readonly provisional: boolean
  /** Monday to Friday days nobody works. */
  readonly daysOff: readonly string[]
  /** Saturdays and Sundays that are worked because their day off was moved. */
  readonly workedWeekends: readonly string[]
  /** Those of them that took the place of a day before a holiday and are an hour shorter, as that day was. */
  readonly shortWeekends?: readonly string[]
}

export type Calendar = readonly ProductionYear[]

export type WorkingDay = { readonly known: true; readonly working: boolean } | { readonly known: false }

/** A year the calendar does not have is not guessed at: a deadline in it is shown as «не рассчитан» (TR-65). */
export function workingDay(calendar: Calendar, date: PlainDate): WorkingDay {
  const year = calendar.find((candidate) => candidate.year === date.year)
  if (!year) return { known: false }
  const day = date.toString()
  const weekend = date.dayOfWeek > 5
  return { known: true, working: weekend ? year.workedWeekends.includes(day) : !year.daysOff.includes(day) }
}

/** The date `count` working days after `from`; the day of the event itself does not count (TR-14, TR-25). Null: the calendar ends before. */
export function addWorkingDays(calendar: Calendar, from: PlainDate, count: number): PlainDate | null {
  let date = from
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 })
    const day = workingDay(calendar, date)
    if (!day.known) return null
    if (day.working) left -= 1
  }
  return date
}

/** The last moment of the working day `count` days after the event, on the institution's clock. */
export function endOfWorkingDay(
  calendar: Calendar,
  event: Temporal.Instant,
  zone: string,
  count: number,
): Temporal.Instant | null {
  const date = addWorkingDays(calendar, event.toZonedDateTimeISO(zone).toPlainDate(), count)
  return date ? endOfDay(date, zone) : null
}

/** A deadline "by the end of the day" is met at 23:59:59.999999999 and missed at 00:00 of the next day. */
export const endOfDay = (date: PlainDate, zone: string): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ nanoseconds: 1 })
