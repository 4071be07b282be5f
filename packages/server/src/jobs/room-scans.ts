// A look around at its drawn moment; late, early or twice it looks at the present first.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { askAtRandom } from '../features/conduct/ask-at-random.ts'
import type { ConductDeps } from '../features/conduct/deps.ts'

const payload = z.strictObject({
  tenant: z.string().transform((text) => text as TenantId),
  session: z.string().transform((text) => text as SessionId),
})

export const scanTasks = (deps: Pick<ConductDeps, 'store' | 'bell' | 'clock'>): TaskList => ({
  room_scan: async (given) => {
    const { tenant, session } = payload.parse(given)
    await askAtRandom(deps, tenant, session, deps.clock.now())
  },
})
