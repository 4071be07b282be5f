// What a trial left is destroyed when its time is over, whether or not anybody looks.
import type { TaskList } from 'graphile-worker'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { DueTrials } from '../ports/trials.ts'

export const forgetTrialsTasks = (deps: {
  readonly store: Store
  readonly clock: Clock
  readonly due: DueTrials
}): TaskList => ({
  forget_trials: async () => {
    const now = deps.clock.now()
    for (const tenant of await deps.due(now))
      await deps.store.inTenant(tenant, (tx) => tx.trials.forgetDue(now))
  },
})

export const forgetTrialsCrontab = '31 * * * * forget_trials'
