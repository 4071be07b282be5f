// Reviews past their term are looked for every quarter of an hour; each is told of once.
import type { TaskList } from 'graphile-worker'
import { type EscalateDeps, escalateOverdue } from '../features/review/escalate.ts'
import type { Clock } from '../ports/clock.ts'
import type { OverdueReviews } from '../ports/review.ts'

export const overdueReviewTasks = (
  deps: EscalateDeps & { readonly clock: Clock; readonly overdueReviews: OverdueReviews },
): TaskList => ({
  overdue_reviews: async () => {
    const now = deps.clock.now()
    for (const tenant of await deps.overdueReviews(now)) await escalateOverdue(deps, tenant, now)
  },
})

export const overdueReviewsCrontab = '*/15 * * * * overdue_reviews'
