import type { Temporal } from '../time.ts'
import { addWorkingDays, type Calendar, endOfDay, type PlainDate } from './working-days.ts'

/** «N дней» of a rule; the day of the event itself never counts. */
export type Term = { readonly days: number; readonly unit: 'days' | 'working_days' }

/** Null: the calendar of working days ends before the term does (TR-65). */
export const lastDayOf = (term: Term, from: PlainDate, calendar: Calendar): PlainDate | null =>
  term.unit === 'days' ? from.add({ days: term.days }) : addWorkingDays(calendar, from, term.days)

/** The last moment of the term on the institution's clock. */
export function endOfTerm(
  term: Term,
  event: Temporal.Instant,
  zone: string,
  calendar: Calendar,
): Temporal.Instant | null {
  const last = lastDayOf(term, event.toZonedDateTimeISO(zone).toPlainDate(), calendar)
  return last && endOfDay(last, zone)
}
