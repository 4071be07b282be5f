// One year day by day, as a person looks at it: what the state says and what the institution changed.
import { Temporal } from '../time.ts'
import type { DayKind } from './day-kind.ts'
import { withMovedDay, withYears } from './edit.ts'
import { isShortByLaw, yearByLaw } from './holidays.ts'
import { type Calendar, type PlainDate, type ProductionYear, workingDay } from './working-days.ts'

export type ChangedDay = { readonly date: PlainDate; readonly kind: DayKind; readonly reason: string }

/** Years nobody published yet stand as the law alone makes them. */
export const withAddedYears = (builtIn: Calendar, added: readonly number[]): Calendar =>
  withYears(added.map(yearByLaw), builtIn)

/** What every term of the institution is counted by. A change in a year that the calendar lost is left out. */
export const calendarOf = (state: Calendar, changes: readonly ChangedDay[]): Calendar =>
  changes.reduce<Calendar>(
    (calendar, { date, kind, reason }) =>
      withMovedDay(calendar, { date, working: kind !== 'off', source: reason }) ?? calendar,
    state,
  )

export function kindByState(year: ProductionYear, date: PlainDate): DayKind {
  const day = workingDay([year], date)
  if (!day.known || !day.working) return 'off'
  return isShortByLaw(year, date) ? 'short' : 'working'
}

export type YearDay = { readonly date: PlainDate; readonly kind: DayKind; readonly byState: DayKind }

export function daysOf(year: ProductionYear, changes: readonly ChangedDay[]): readonly YearDay[] {
  const changed = new Map(changes.map(({ date, kind }) => [date.toString(), kind]))
  const first = Temporal.PlainDate.from({ year: year.year, month: 1, day: 1 })
  return Array.from({ length: first.daysInYear }, (_, days) => {
    const date = first.add({ days })
    const byState = kindByState(year, date)
    return { date, byState, kind: changed.get(date.toString()) ?? byState }
  })
}
