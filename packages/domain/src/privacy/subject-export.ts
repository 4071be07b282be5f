// P-30: how long an answer to a person may take, and when whoever answers is reminded of it.
import { lastDayOf } from '../calendar/term.ts'
import type { Calendar, PlainDate } from '../calendar/working-days.ts'
import { Temporal } from '../time.ts'

/** 152-ФЗ art. 20 (1): ten working days from the request; the law counts them, not the institution. */
export const answerTerm = { days: 10, unit: 'working_days' } as const

/** Working days before the last one, when whoever answers is reminded. */
const reminded = { days: 3, unit: 'working_days' } as const

/** Days the archive can be taken after it was handed out. */
export const ARCHIVE_DAYS = 10

export const answerBy = (asked: PlainDate, calendar: Calendar): PlainDate | null =>
  lastDayOf(answerTerm, asked, calendar)

export type Urgency = 'calm' | 'soon' | 'late'

/** A term nobody could count is urgent from the start. */
export function urgencyOf(due: PlainDate | null, today: PlainDate, calendar: Calendar): Urgency {
  if (due === null) return 'soon'
  if (Temporal.PlainDate.compare(today, due) > 0) return 'late'
  const soon = lastDayOf(reminded, today, calendar)
  return soon === null || Temporal.PlainDate.compare(soon, due) >= 0 ? 'soon' : 'calm'
}
