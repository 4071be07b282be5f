import { Temporal } from '../time.ts'
import type { PlainDate } from './working-days.ts'

/** «1 сентября», editable: the month and day an academic year begins (requirements 2.6 academic_year.start). */
export type YearStart = { readonly month: number; readonly day: number }

export type AcademicYear = { readonly from: PlainDate; readonly to: PlainDate }

/** The academic year a date falls into; `to` is its last day. */
export function academicYear(date: PlainDate, start: YearStart): AcademicYear {
  const thisYear = Temporal.PlainDate.from({ year: date.year, ...start })
  const from = Temporal.PlainDate.compare(date, thisYear) < 0 ? thisYear.subtract({ years: 1 }) : thisYear
  return { from, to: from.add({ years: 1 }).subtract({ days: 1 }) }
}

/** «2026/27», as acts and orders write it. */
export const academicYearName = (year: AcademicYear): string =>
  `${year.from.year}/${String(year.to.year % 100).padStart(2, '0')}`

/** A row of the «календарный учебный график»: when a programme (in a branch) is assessed (TR-12). */
export type AssessmentPeriod = {
  readonly programme: string
  readonly branch: string | null
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The period an exam belongs to: the branch's own row before the row for all branches. Null: the schedule has none. */
export function periodOf(
  periods: readonly AssessmentPeriod[],
  programme: string,
  branch: string | null,
  exam: PlainDate,
): AssessmentPeriod | null {
  const fits = periods.filter((p) => p.programme === programme && holds(p, exam))
  return fits.find((p) => p.branch === branch) ?? fits.find((p) => p.branch === null) ?? null
}

const holds = (period: AssessmentPeriod, date: PlainDate): boolean =>
  Temporal.PlainDate.compare(period.from, date) <= 0 && Temporal.PlainDate.compare(date, period.to) <= 0

export type PeriodFault = {
  readonly why: 'ends_before_it_begins' | 'overlaps'
  readonly period: AssessmentPeriod
}

/** The first of `others` that shares a day with a period of the same programme in the same branch. */
export const clashOf = <P extends AssessmentPeriod>(
  others: readonly P[],
  period: AssessmentPeriod,
): P | null =>
  others.find(
    (other) =>
      other.programme === period.programme &&
      other.branch === period.branch &&
      (holds(other, period.from) || holds(period, other.from)),
  ) ?? null

export const endsBeforeItBegins = ({ from, to }: AssessmentPeriod): boolean =>
  Temporal.PlainDate.compare(from, to) > 0

/** Two periods of one programme in one branch that share a day leave open which of them an exam belongs to. */
export const periodFaults = (periods: readonly AssessmentPeriod[]): readonly PeriodFault[] =>
  periods.flatMap((period, i): PeriodFault[] => {
    if (endsBeforeItBegins(period)) return [{ why: 'ends_before_it_begins', period }]
    return clashOf(periods.slice(0, i), period) ? [{ why: 'overlaps', period }] : []
  })
