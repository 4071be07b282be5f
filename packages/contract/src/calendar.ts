// Which days are worked, and when a programme is assessed: what every term of the institution is counted by.
import { dayKinds } from '@ochno/domain/calendar/day-kind'
import { z } from 'zod'
import { line, moment } from './ids.ts'
import type { Route } from './route.ts'

/** PostgreSQL and Temporal bear more; a school does not. */
const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')
const year = z.coerce.number().int().min(2000).max(2100)

export const knownYear = z.object({
  year: z.number(),
  /** The act of the state the days were taken from. */
  source: z.string(),
  /** The Government's act on moved days is not in it yet. */
  provisional: z.boolean(),
  /** Days this institution changed. */
  changed: z.number(),
})

export const changedDay = z.object({
  day,
  kind: z.enum(dayKinds),
  byState: z.enum(dayKinds),
  reason: z.string(),
  byName: z.string(),
  at: moment,
})
export type ChangedDayView = z.output<typeof changedDay>

export const yearView = knownYear.extend({
  /** Every day of the year, the first of January first. */
  days: z.array(z.enum(dayKinds)),
  changes: z.array(changedDay),
})
export type YearView = z.output<typeof yearView>

export const listYears = {
  method: 'GET',
  path: '/api/calendar',
  can: 'calendar.read',
  reply: z.object({
    today: day,
    rows: z.array(knownYear),
    /** The year that may be added next; null when the calendar reaches far enough. */
    next: z.number().nullable(),
  }),
  refusals: [],
  summary: 'Years the calendar of working days knows; a term in any other year is not counted (TR-65)',
} as const satisfies Route

export const readYear = {
  method: 'GET',
  path: '/api/calendar/years/:year',
  can: 'calendar.read',
  params: z.strictObject({ year }),
  reply: yearView,
  refusals: ['not_found'],
  summary: 'One year day by day, with what the institution changed and why',
} as const satisfies Route

export const addYear = {
  method: 'PUT',
  path: '/api/calendar/years/:year',
  can: 'calendar.manage',
  params: z.strictObject({ year }),
  reply: yearView,
  refusals: ['year_not_next'],
  summary:
    'The next year as the Labour Code alone makes it, to be corrected when the Government moves its days',
} as const satisfies Route

export const changeDay = {
  method: 'PUT',
  path: '/api/calendar/days/:day',
  can: 'calendar.manage',
  params: z.strictObject({ day }),
  /** Null: as the state has it. */
  body: z.strictObject({
    change: z.strictObject({ kind: z.enum(dayKinds), reason: line(500) }).nullable(),
  }),
  reply: yearView,
  refusals: ['year_unknown'],
  summary: 'TR-14: one day is worked, shortened or off, with the reason; or again what the state says',
} as const satisfies Route

export const resetYear = {
  method: 'POST',
  path: '/api/calendar/years/:year/reset',
  can: 'calendar.manage',
  params: z.strictObject({ year }),
  reply: yearView,
  refusals: ['year_unknown'],
  summary: 'The whole year again as the state has it; the journal keeps what was changed',
} as const satisfies Route

export const periodId = z.string().regex(/^prd_[a-z2-7]{26}$/)
export const periodKinds = ['current', 'intermediate', 'final', 'state_final', 'other'] as const

const periodBody = z.strictObject({
  programme: line(300),
  /** Null: every branch that has no period of its own. */
  branch: line(200).nullable(),
  kind: z.enum(periodKinds),
  from: day,
  to: day,
})

export const periodView = z.object({
  id: periodId,
  programme: z.string(),
  branch: z.string().nullable(),
  kind: z.enum(periodKinds),
  from: day,
  to: day,
  /** The last day for an application under the act in force; null where it sets no such term. */
  applyBy: day.nullable(),
})
export type PeriodView = z.output<typeof periodView>

const periodParams = z.strictObject({ pid: periodId })
const periodRefusals = ['ends_before_it_begins', 'periods_overlap'] as const

export const listPeriods = {
  method: 'GET',
  path: '/api/calendar/periods',
  can: 'calendar.read',
  reply: z.object({
    today: day,
    /** Days before a period that the act in force wants an application; null where it wants none. */
    leadDays: z.number().nullable(),
    rows: z.array(periodView),
  }),
  refusals: [],
  summary: 'The academic calendar: when each programme is assessed in each branch (TR-12)',
} as const satisfies Route

export const addPeriod = {
  method: 'POST',
  path: '/api/calendar/periods',
  can: 'periods.manage',
  body: periodBody,
  reply: z.object({ id: periodId }),
  /** `periods_overlap` tells the other period in `fields`: its first and last day. */
  refusals: periodRefusals,
  summary: 'A period of assessment; two of one programme and branch share no day',
} as const satisfies Route

export const changePeriod = {
  method: 'PUT',
  path: '/api/calendar/periods/:pid',
  can: 'periods.manage',
  params: periodParams,
  body: periodBody,
  reply: z.object({ id: periodId }),
  refusals: ['not_found', ...periodRefusals],
  summary: 'Change a period of assessment',
} as const satisfies Route

export const removePeriod = {
  method: 'DELETE',
  path: '/api/calendar/periods/:pid',
  can: 'periods.manage',
  params: periodParams,
  reply: z.object({ id: periodId }),
  refusals: ['not_found'],
  summary: 'Take a period out of the academic calendar',
} as const satisfies Route

export const calendarRoutes = {
  listYears,
  readYear,
  addYear,
  changeDay,
  resetYear,
  listPeriods,
  addPeriod,
  changePeriod,
  removePeriod,
} as const
