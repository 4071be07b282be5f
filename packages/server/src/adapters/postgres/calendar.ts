import { russianYears } from '@ochno/domain/calendar/russian-years'
import type { DayKind } from '@ochno/domain/calendar/day-kind'
import { calendarOf, withAddedYears } from '@ochno/domain/calendar/year-days'
import type { AccountId, PeriodId, TenantId } from '@ochno/domain/ids'
import type { AssessmentKind } from '@ochno/domain/regulation/programme'
import { Temporal } from '@ochno/domain/time'
import type { Calendars } from '../../ports/calendar.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

// Days are asked for as text: the driver would make a moment of them in the zone of this process.
type DayRow = {
  day: string
  kind: DayKind
  reason: string
  changed_by: AccountId
  full_name: string
  changed_at: Date
}
type PeriodRow = {
  id: PeriodId
  programme: string
  branch: string | null
  kind: AssessmentKind
  from_day: string
  to_day: string
}

export function postgresCalendars(sql: Sql, tenant: TenantId): Calendars {
  const byState = async () => {
    const added = await rowsOf<{ year: number }>(sql, 'select year from calendar_year order by year')
    return withAddedYears(
      russianYears,
      added.map(({ year }) => year),
    )
  }
  const changes = async () =>
    (
      await rowsOf<DayRow>(
        sql,
        `select d.day::text, d.kind, d.reason, d.changed_by, a.full_name, d.changed_at
         from calendar_day d join account a on a.id = d.changed_by order by d.day`,
      )
    ).map((row) => ({
      date: Temporal.PlainDate.from(row.day),
      kind: row.kind,
      reason: row.reason,
      by: row.changed_by,
      byName: row.full_name,
      at: time(row.changed_at),
    }))
  return {
    byState,
    changes,
    effective: async () => calendarOf(await byState(), await changes()),
    addYear: async (year, by, at) => {
      await sql.query(
        'insert into calendar_year (tenant_id, year, added_by, added_at) values ($1, $2, $3, $4)',
        [tenant, year, by, stamp(at)],
      )
    },
    changeDay: async ({ date, kind, reason, by, at }) => {
      await sql.query(
        `insert into calendar_day (tenant_id, day, kind, reason, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, day) do update set kind = $3, reason = $4, changed_by = $5, changed_at = $6`,
        [tenant, date.toString(), kind, reason, by, stamp(at)],
      )
    },
    resetDays: async (from, to) => {
      await sql.query('delete from calendar_day where tenant_id = $1 and day between $2 and $3', [
        tenant,
        from,
        to,
      ])
    },
    periods: async () =>
      (
        await rowsOf<PeriodRow>(
          sql,
          `select id, programme, branch, kind, from_day::text, to_day::text from assessment_period
           order by programme, branch nulls first, from_day limit 5000`,
        )
      ).map(({ from_day, to_day, ...row }) => ({
        ...row,
        from: Temporal.PlainDate.from(from_day),
        to: Temporal.PlainDate.from(to_day),
      })),
    savePeriod: async ({ id, programme, branch, kind, from, to }) => {
      await sql.query(
        `insert into assessment_period (id, tenant_id, programme, branch, kind, from_day, to_day)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (id) do update set programme = $3, branch = $4, kind = $5, from_day = $6, to_day = $7`,
        [id, tenant, programme, branch, kind, from.toString(), to.toString()],
      )
    },
    removePeriod: async (id) => {
      await sql.query('delete from assessment_period where id = $1 and tenant_id = $2', [id, tenant])
    },
  }
}
