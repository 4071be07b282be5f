// Every minute what was recorded meanwhile is compared with everything before it, by digests alone.
import type { TaskList } from 'graphile-worker'
import { findReplays } from '../features/hints/find-replays.ts'
import type { Clock } from '../ports/clock.ts'
import type { HintBell } from '../ports/hints.ts'
import type { UnreadTenants } from '../ports/replays.ts'
import type { Store } from '../ports/store.ts'

export type ReplayJobDeps = {
  readonly store: Store
  readonly bell: HintBell
  readonly clock: Clock
  readonly tenants: UnreadTenants
}

export const replayTasks = (deps: ReplayJobDeps): TaskList => ({
  find_replays: async () => {
    const failed: unknown[] = []
    // One institution's failure is not the others': they would never be looked at again.
    for (const tenant of await deps.tenants())
      await findReplays(deps, tenant, deps.clock.now()).catch((cause: unknown) => failed.push(cause))
    if (failed.length > 0) throw failed[0]
  },
})

export const replayCrontab = '* * * * * find_replays ?jobKey=find_replays&max=3'
