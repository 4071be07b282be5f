// Issue 5: how much lies before each reviewer, and whether the terms will be met.
import type { ReviewLoadView } from '@ochno/contract/dashboards'
import { loadOf, PACE_DAYS, paceSince, type Load } from '@ochno/domain/report/review-load'
import type { Instant } from '@ochno/domain/time'
import type { WaitingReview } from '../../ports/dashboards.ts'
import { type DashboardDeps, dayOf, type Reader, round, startOf } from './deps.ts'

const shown = ({ pace, clearOn, ...load }: Load) => ({
  ...load,
  pace: pace === null ? null : round(pace),
  clearOn: clearOn?.toString() ?? null,
})

export const readReviewLoad = (deps: DashboardDeps, reader: Reader, now: Instant): Promise<ReviewLoadView> =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const { zone } = await tx.institutions.own()
    const calendar = await tx.calendar.effective()
    const waiting = await tx.dashboards.waitingReviews()
    const since = paceSince(calendar, dayOf(now, zone))
    const done = since ? await tx.dashboards.reviewedSince(startOf(since, zone)) : []
    const load = (of: readonly WaitingReview[], minutes: number) =>
      shown(loadOf(of, minutes, calendar, zone, now))
    const people = new Map([
      ...waiting.flatMap(({ reviewer }) => (reviewer ? [[reviewer.id, reviewer.name] as const] : [])),
      ...done.map(({ id, name }) => [id, name] as const),
    ])
    return {
      now: now.toString(),
      paceDays: PACE_DAYS,
      all: load(
        waiting,
        done.reduce((sum, { minutes }) => sum + minutes, 0),
      ),
      unassigned: load(
        waiting.filter(({ reviewer }) => reviewer === null),
        0,
      ),
      reviewers: [...people]
        .map(([id, name]) => {
          const doneMinutes = done.find((one) => one.id === id)?.minutes ?? 0
          const own = waiting.filter(({ reviewer }) => reviewer?.id === id)
          return { reviewer: { id, name }, doneMinutes, ...load(own, doneMinutes) }
        })
        .toSorted((a, b) => b.due.overdue - a.due.overdue || b.minutes - a.minutes),
    }
  })
