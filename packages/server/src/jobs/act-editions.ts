// An approved edition takes effect on its day in the institution's zone, whether or not anybody looks at it.
import type { TaskList } from 'graphile-worker'
import { turnEditions } from '../features/acts/turn-editions.ts'
import type { WaitingActs } from '../ports/acts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

export type TurnDeps = { readonly store: Store; readonly clock: Clock; readonly waiting: WaitingActs }

export const actTasks = (deps: TurnDeps): TaskList => ({
  act_sweep: async () => {
    for (const tenant of await deps.waiting()) await turnEditions(deps, tenant, deps.clock.now())
  },
})

export const actCrontab = '* * * * * act_sweep'
