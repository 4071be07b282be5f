import { controlRoutes } from '@ochno/contract/controls'
import { reviewRoutes } from '@ochno/contract/review'
import { postgresOverdueReviews } from '../adapters/postgres/review.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { deputiesHere } from '../features/decisions/deputies.ts'
import { weighSessions } from '../features/hints/weigh-session.ts'
import { controlHandlers, reviewHandlers } from '../http/review.ts'
import { overdueReviewsCrontab, overdueReviewTasks } from '../jobs/overdue-reviews.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeReview(base: Base): Part {
  const { ids, clock, pools } = base
  const deps = { store: postgresStore(pools.app, ids), ids }
  const overdueReviews = postgresOverdueReviews(pools.auth)
  return {
    routes: [
      ...mounted(reviewRoutes, reviewHandlers({ ...deps, weigh: weighSessions })),
      ...mounted(controlRoutes, controlHandlers(deps)),
    ],
    tasks: overdueReviewTasks({ ...deps, clock, overdueReviews, deputies: deputiesHere }),
    crontab: overdueReviewsCrontab,
  }
}
