// P-30: how long an answer to a person may take, and who is reminded of it.
import { lastDayOf } from '../calendar/term.ts'
import type { Calendar, PlainDate } from '../calendar/working-days.ts'
import { Temporal } from '../time.ts'

/** 152-ФЗ art. 20 (1): ten working days from the request; data as the law counts them, not a choice of the institution. */
export const answerTerm = { days: 10, unit: 'working_days' } as const

/** Working days before the last one, when whoever answers is reminded. */
const REMIND_BEFORE = 3

/** Days the archive can be taken after it was handed out. */
export const ARCHIVE_DAYS = 10

export const answerBy = (asked: PlainDate, calendar: Calendar): PlainDate | null =>
  lastDayOf(answerTerm, asked, calendar)

export type Urgency = 'calm' | 'soon' | 'late'

/** A term nobody could count is urgent from the start. */
export function urgencyOf(asked: PlainDate, today: PlainDate, calendar: Calendar): Urgency {
  const due = answerBy(asked, calendar)
  const warn = lastDayOf({ ...answerTerm, days: answerTerm.days - REMIND_BEFORE }, asked, calendar)
  if (!due || !warn) return 'soon'
  if (Temporal.PlainDate.compare(today, due) > 0) return 'late'
  return Temporal.PlainDate.compare(today, warn) >= 0 ? 'soon' : 'calm'
}
