// 002 п. 16: a group for every discipline «в течение четырех недель после начала учебного года».
import { academicYear, type YearStart } from '../calendar/academic.ts'
import { withinDaysFrom } from '../calendar/deadlines.ts'
import type { PlainDate } from '../calendar/working-days.ts'

export type Discipline = { readonly id: string; readonly teacher: string }

export type GroupRules = {
  readonly yearStart: YearStart
  readonly withinDays: number
  /** Days of the year's start on which teachers are reminded. */
  readonly remindOnDays: readonly number[]
}

export type MissingGroup = Discipline & { readonly lastDay: PlainDate; readonly overdue: boolean }

const lastDay = (today: PlainDate, { yearStart, withinDays }: GroupRules): PlainDate =>
  academicYear(today, yearStart).from.add({ days: withinDays - 1 })

/** The dashboard: disciplines of this academic year that have no group. */
export function missingGroups(
  disciplines: readonly Discipline[],
  withGroup: readonly string[],
  today: PlainDate,
  rules: GroupRules,
): readonly MissingGroup[] {
  const due = lastDay(today, rules)
  const overdue = !withinDaysFrom(academicYear(today, rules.yearStart).from, rules.withinDays, today)
  return disciplines
    .filter(({ id }) => !withGroup.includes(id))
    .map((discipline) => ({ ...discipline, lastDay: due, overdue }))
}

/** Teachers to be reminded today; each once, however many groups he still owes. */
export function remindedToday(
  missing: readonly MissingGroup[],
  today: PlainDate,
  rules: GroupRules,
): readonly string[] {
  const from = academicYear(today, rules.yearStart).from
  const dayNo = from.until(today, { largestUnit: 'day' }).days + 1
  return rules.remindOnDays.includes(dayNo) ? [...new Set(missing.map(({ teacher }) => teacher))] : []
}
