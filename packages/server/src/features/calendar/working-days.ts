// The state's calendar of working days, and what an administrator changes in it.
import type { YearView } from '@ochno/contract/calendar'
import type { Calendar, ProductionYear } from '@ochno/domain/calendar/working-days'
import type { DayKind } from '@ochno/domain/calendar/day-kind'
import { daysOf, kindByState } from '@ochno/domain/calendar/year-days'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { DayChange } from '../../ports/calendar.ts'
import type { Tx } from '../../ports/store.ts'
import { type CalendarDeps, dateOf, entry, type Keeper, no, todayOf } from './deps.ts'

type Changes = readonly (DayChange & { readonly byName: string })[]

/** Years that may be added beyond this one. */
const AHEAD = 5

const ofYear = (changes: Changes, year: number): Changes => changes.filter(({ date }) => date.year === year)

const find = (calendar: Calendar, year: number): ProductionYear | null =>
  calendar.find((one) => one.year === year) ?? null

const line = ({ year, source, provisional }: ProductionYear, changes: Changes) => ({
  year,
  source,
  provisional,
  changed: ofYear(changes, year).length,
})

const last = (calendar: Calendar): number => Math.max(...calendar.map(({ year }) => year))

function view(year: ProductionYear, all: Changes): YearView {
  const changes = ofYear(all, year.year)
  return {
    ...line(year, changes),
    days: daysOf(year, changes).map(({ kind }) => kind),
    changes: changes.map(({ date, kind, reason, byName, at }) => ({
      day: date.toString(),
      kind,
      byState: kindByState(year, date),
      reason,
      byName,
      at: at.toString(),
    })),
  }
}

const viewWithin = async (tx: Tx, year: ProductionYear) => ({
  ok: true as const,
  body: view(year, await tx.calendar.changes()),
})

export const listYears = (deps: CalendarDeps, tenant: TenantId, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const [today, calendar, changes] = [
      await todayOf(tx, now),
      await tx.calendar.byState(),
      await tx.calendar.changes(),
    ]
    const next = last(calendar) + 1
    return {
      today: today.toString(),
      rows: [...calendar].sort((a, b) => a.year - b.year).map((year) => line(year, changes)),
      next: next <= today.year + AHEAD ? next : null,
    }
  })

export const readYear = (deps: CalendarDeps, tenant: TenantId, year: number) =>
  deps.store.inTenant(tenant, async (tx) => {
    const found = find(await tx.calendar.byState(), year)
    return found ? viewWithin(tx, found) : no('not_found')
  })

export const addYear = (deps: CalendarDeps, keeper: Keeper, year: number, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    // Holds the institution, so that two people at once do not add the same year.
    const today = await todayOf(tx, now)
    if (year !== last(await tx.calendar.byState()) + 1 || year > today.year + AHEAD)
      return no('year_not_next')
    await tx.calendar.addYear(year, keeper.account, now)
    await tx.audit(entry(keeper, now, 'calendar.add_year', keeper.tenant, { year }))
    const added = find(await tx.calendar.byState(), year)
    return added ? viewWithin(tx, added) : no('year_not_next')
  })

export type Change = { readonly kind: DayKind; readonly reason: string }

export const changeDay = (
  deps: CalendarDeps,
  keeper: Keeper,
  day: string,
  change: Change | null,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const date = dateOf(day)
    const year = find(await tx.calendar.byState(), date.year)
    if (!year) return no('year_unknown')
    const before = (await tx.calendar.changes()).find((one) => one.date.equals(date))
    if (change) await tx.calendar.changeDay({ ...change, date, by: keeper.account, at: now })
    else await tx.calendar.resetDays(day, day)
    if (change || before)
      await tx.audit(
        entry(keeper, now, change ? 'calendar.change_day' : 'calendar.reset_day', keeper.tenant, {
          day,
          byState: kindByState(year, date),
          before: before ? { kind: before.kind, reason: before.reason } : null,
          after: change,
        }),
      )
    return viewWithin(tx, year)
  })

export const resetYear = (deps: CalendarDeps, keeper: Keeper, number: number, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const year = find(await tx.calendar.byState(), number)
    if (!year) return no('year_unknown')
    const changes = ofYear(await tx.calendar.changes(), number)
    await tx.calendar.resetDays(`${number}-01-01`, `${number}-12-31`)
    if (changes.length > 0)
      await tx.audit(
        entry(keeper, now, 'calendar.reset_year', keeper.tenant, {
          year: number,
          before: changes.map(({ date, kind, reason }) => ({ day: date.toString(), kind, reason })),
        }),
      )
    return viewWithin(tx, year)
  })
