import { lastWanted } from '@ochno/domain/conduct/entry'
import type { Instant } from '@ochno/domain/time'
import { type ConductDeps, type Speaker, standingView } from './deps.ts'

/** One answer for a whole wall: what is open with each, read with as many questions to the database as for one. */
export const readTalks = (deps: ConductDeps, { account, tenant }: Speaker, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const watched = await tx.hints.watchedBy(account, now)
    const sessions = await tx.sessions.findAll(watched)
    const rules = await tx.rules.ofSessions(watched)
    const logs = await tx.conduct.readAll(watched)
    const talks = sessions.flatMap((session) => {
      const under = rules.get(session.id)
      const log = logs.get(session.id) ?? []
      return under
        ? [
            {
              session: session.id,
              standing: standingView(log, session, under, 'proctor', now),
              wanted: lastWanted(log),
            },
          ]
        : []
    })
    return { talks }
  })
