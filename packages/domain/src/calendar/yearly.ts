import { Temporal } from '../time.ts'
import { academicYear, type YearStart } from './academic.ts'
import type { PlainDate } from './working-days.ts'

/** Once a year (002 п. 20): whether the year that `today` falls into has none yet. */
export function isOwedThisYear(done: readonly PlainDate[], today: PlainDate, start: YearStart): boolean {
  const { from, to } = academicYear(today, start)
  return !done.some(
    (on) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, to) <= 0,
  )
}
