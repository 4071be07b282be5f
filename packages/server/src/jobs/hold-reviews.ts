// A hold whose day to look again has come becomes a task of whoever answers for it.
import type { TaskList } from 'graphile-worker'
import type { RetentionDeps } from '../features/retention/deps.ts'
import { remindHolds } from '../features/retention/holds.ts'
import type { InstitutionsHolding } from '../ports/retention.ts'

export const holdReviewTasks = (
  deps: Pick<RetentionDeps, 'store' | 'ids' | 'clock'> & { readonly holding: InstitutionsHolding },
): TaskList => ({
  hold_reviews: async () => {
    for (const tenant of await deps.holding()) await remindHolds(deps, tenant, deps.clock.now())
  },
})

export const holdReviewCrontab = '23 * * * * hold_reviews'
