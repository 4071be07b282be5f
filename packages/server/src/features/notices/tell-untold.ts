import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { Untold } from '../../ports/notices.ts'
import type { Store } from '../../ports/store.ts'
import { tellEverybody } from './tell-schedules.ts'

export type TellDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly untold: Untold
}

/** R4-3.6b: the sweep over every institution; one exam that can not be told does not keep the others waiting. */
export async function tellUntold({ store, ids, clock, log, untold }: TellDeps): Promise<void> {
  const now = clock.now()
  for (const { tenant, exam } of await untold(now)) {
    try {
      await store.inTenant(tenant, async (tx) => {
        const told = await tellEverybody(tx, ids, exam, now)
        if (told === 0) return
        await tx.audit({
          at: now,
          tenant,
          actor: 'system',
          role: 'system',
          action: 'notice.schedule',
          object: exam,
          purpose: 'exam',
          result: 'ok',
          details: { told },
        })
      })
    } catch (cause) {
      log.error('notices.untold', { exam }, cause)
    }
  }
}
