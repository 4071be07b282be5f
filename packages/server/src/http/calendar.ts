import type { calendarRoutes } from '@ochno/contract/calendar'
import type { PeriodId } from '@ochno/domain/ids'
import { listPeriods, removePeriod, savePeriod } from '../features/calendar/academic-periods.ts'
import type { CalendarDeps } from '../features/calendar/deps.ts'
import { addYear, changeDay, listYears, readYear, resetYear } from '../features/calendar/working-days.ts'
import type { Handlers } from './seam.ts'

/** The contract has checked its shape. */
const idOf = (pid: string) => pid as PeriodId

export const calendarHandlers = (deps: CalendarDeps): Handlers<typeof calendarRoutes> => ({
  listYears: async ({ actor, now }) => ({ ok: true, body: await listYears(deps, actor.tenant, now) }),
  readYear: ({ actor }, { params }) => readYear(deps, actor.tenant, params.year),
  addYear: ({ actor, now }, { params }) => addYear(deps, actor, params.year, now),
  changeDay: ({ actor, now }, { params, body }) => changeDay(deps, actor, params.day, body.change, now),
  resetYear: ({ actor, now }, { params }) => resetYear(deps, actor, params.year, now),
  listPeriods: async ({ actor, now }) => ({ ok: true, body: await listPeriods(deps, actor.tenant, now) }),
  addPeriod: ({ actor, now }, { body }) => savePeriod(deps, actor, null, body, now),
  changePeriod: ({ actor, now }, { params, body }) => savePeriod(deps, actor, idOf(params.pid), body, now),
  removePeriod: ({ actor, now }, { params }) => removePeriod(deps, actor, idOf(params.pid), now),
})
