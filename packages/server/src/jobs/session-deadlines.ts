// A session ends when its time is over, whoever is away. One job per session, and a sweep for what a restored queue forgot.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { expireSession } from '../features/sessions/change-session.ts'
import type { SessionDeps } from '../features/sessions/deps.ts'
import type { Clock } from '../ports/clock.ts'
import type { Overdue } from '../ports/sessions.ts'

const payload = z.strictObject({
  tenant: z.string().transform((text) => text as TenantId),
  session: z.string().transform((text) => text as SessionId),
})

export type DeadlineDeps = SessionDeps & { readonly clock: Clock; readonly overdue: Overdue }

export async function sweepDeadlines(deps: DeadlineDeps): Promise<void> {
  const now = deps.clock.now()
  for (const { tenant, session } of await deps.overdue(now)) await expireSession(deps, tenant, session, now)
}

export const deadlineTasks = (deps: DeadlineDeps): TaskList => ({
  session_expire: async (given) => {
    const { tenant, session } = payload.parse(given)
    await expireSession(deps, tenant, session, deps.clock.now())
  },
  session_sweep: () => sweepDeadlines(deps),
})

export const deadlineCrontab = '* * * * * session_sweep'
