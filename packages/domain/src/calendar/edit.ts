// The calendar as the institution keeps it: whole years and single days of its administrator over the built-in ones (TR-14).
import { Temporal } from '../time.ts'
import type { Calendar, PlainDate, ProductionYear } from './working-days.ts'

/** One day that an act of the government or of the region moved. */
export type MovedDay = { readonly date: PlainDate; readonly working: boolean; readonly source: string }

export type YearFault =
  | { readonly why: 'no_source' }
  | {
      readonly why: 'no_date' | 'other_year' | 'twice' | 'weekend_is_off_anyway' | 'weekday_is_worked_anyway'
      readonly date: string
    }

const dateOf = (iso: string): PlainDate | null => {
  try {
    const date = Temporal.PlainDate.from(iso)
    return date.toString() === iso ? date : null
  } catch {
    return null
  }
}

const isWeekend = (date: PlainDate): boolean => date.dayOfWeek > 5

/** Everything wrong with a year somebody typed in; a year with a fault is not taken. */
export function faultsOf({ year, source, daysOff, workedWeekends }: ProductionYear): readonly YearFault[] {
  const days = [...daysOff, ...workedWeekends]
  return [
    ...(source.trim() === '' ? [{ why: 'no_source' } as const] : []),
    ...days.flatMap((iso, i): YearFault[] => {
      const date = dateOf(iso)
      if (!date) return [{ why: 'no_date', date: iso }]
      if (date.year !== year) return [{ why: 'other_year', date: iso }]
      if (days.indexOf(iso) < i) return [{ why: 'twice', date: iso }]
      const off = i < daysOff.length
      if (off && isWeekend(date)) return [{ why: 'weekend_is_off_anyway', date: iso }]
      return !off && !isWeekend(date) ? [{ why: 'weekday_is_worked_anyway', date: iso }] : []
    }),
  ]
}

/** A year of the institution's own stands for the built-in one. */
export const withYears = (builtIn: Calendar, own: Calendar): Calendar => [
  ...builtIn.filter(({ year }) => !own.some((mine) => mine.year === year)),
  ...own,
]

/** A moved day on top; null where the calendar does not have its year. The year then names both sources. */
export function withMovedDay(calendar: Calendar, { date, working, source }: MovedDay): Calendar | null {
  const year = calendar.find((candidate) => candidate.year === date.year)
  if (!year) return null
  const day = date.toString()
  const others = (days: readonly string[]) => days.filter((each) => each !== day)
  const added = (days: readonly string[], add: boolean) =>
    add ? [...others(days), day].sort() : others(days)
  const changed: ProductionYear = {
    ...year,
    source: `${year.source}; ${source}`,
    daysOff: added(year.daysOff, !working && !isWeekend(date)),
    workedWeekends: added(year.workedWeekends, working && isWeekend(date)),
  }
  return withYears(calendar, [changed])
}
