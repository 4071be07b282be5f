// The academic calendar: when each programme is assessed. An application is counted from the period, not from the exam (TR-12).
import { type AssessmentPeriod, clashOf, endsBeforeItBegins } from '@ochno/domain/calendar/academic'
import { lastDayBefore } from '@ochno/domain/calendar/deadlines'
import type { PeriodId, TenantId } from '@ochno/domain/ids'
import { settingOf } from '@ochno/domain/policy/act-policy'
import type { AssessmentKind } from '@ochno/domain/regulation/programme'
import type { Instant } from '@ochno/domain/time'
import type { Period } from '../../ports/calendar.ts'
import type { Tx } from '../../ports/store.ts'
import { type CalendarDeps, dateOf, entry, type Keeper, no, todayOf } from './deps.ts'

export type GivenPeriod = {
  readonly programme: string
  readonly branch: string | null
  readonly kind: AssessmentKind
  readonly from: string
  readonly to: string
}

async function leadDaysOf(tx: Tx): Promise<number | null> {
  const act = (await tx.acts.list()).find(({ state }) => state === 'effective')
  const setting = act ? settingOf(act.policy, 'application.lead_days') : null
  return setting && 'value' in setting && typeof setting.value === 'number' ? setting.value : null
}

const plain = ({ programme, branch, kind, from, to }: Period) => ({
  programme,
  branch,
  kind,
  from: from.toString(),
  to: to.toString(),
})

export const listPeriods = (deps: CalendarDeps, tenant: TenantId, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const leadDays = await leadDaysOf(tx)
    return {
      today: (await todayOf(tx, now)).toString(),
      leadDays,
      rows: (await tx.calendar.periods()).map((period) => ({
        id: period.id as string,
        ...plain(period),
        applyBy: leadDays === null ? null : lastDayBefore(period.from, leadDays).toString(),
      })),
    }
  })

const refused = (others: readonly Period[], period: AssessmentPeriod) => {
  if (endsBeforeItBegins(period)) return no('ends_before_it_begins')
  const clash = clashOf(others, period)
  return clash ? no('periods_overlap', [clash.from.toString(), clash.to.toString()]) : null
}

export const savePeriod = (
  deps: CalendarDeps,
  keeper: Keeper,
  /** Null: a new one. */
  id: PeriodId | null,
  given: GivenPeriod,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    // Holds the institution, so that two people at once do not enter the same days.
    await tx.institutions.own()
    const all = await tx.calendar.periods()
    const before = all.find((one) => one.id === id) ?? null
    if (id && !before) return no('not_found')
    const period: Period = {
      ...given,
      id: id ?? deps.ids.make('prd'),
      from: dateOf(given.from),
      to: dateOf(given.to),
    }
    const why = refused(
      all.filter((one) => one.id !== id),
      period,
    )
    if (why) return why
    await tx.calendar.savePeriod(period)
    await tx.audit(
      entry(keeper, now, before ? 'calendar.change_period' : 'calendar.add_period', period.id, {
        before: before && plain(before),
        after: plain(period),
      }),
    )
    return { ok: true as const, body: { id: period.id as string } }
  })

export const removePeriod = (deps: CalendarDeps, keeper: Keeper, id: PeriodId, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const before = (await tx.calendar.periods()).find((one) => one.id === id)
    if (!before) return no('not_found')
    await tx.calendar.removePeriod(id)
    await tx.audit(entry(keeper, now, 'calendar.remove_period', id, { before: plain(before) }))
    return { ok: true as const, body: { id: id as string } }
  })
