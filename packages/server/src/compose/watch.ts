import { watchRoutes, watchSocket } from '@ochno/contract/watch'
import {
  fullNameOf,
  postgresAccessJournal,
  postgresViews,
  postgresWatchedSessions,
} from '../adapters/postgres/watching.ts'
import { postgresDestroyed } from '../adapters/postgres/destructions.ts'
import { postgresBlocked } from '../adapters/postgres/retention-holds.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { disputeUse } from '../features/consents/dispute-use.ts'
import type { WatchDeps } from '../features/watch/deps.ts'
import { liveWatching } from '../features/watch/live.ts'
import { watchHandlers } from '../http/watch.ts'
import type { LiveHub } from '../ports/live.ts'
import type { Recordings } from '../ports/recordings.ts'
import { watchSocketHandler } from '../ws/watch.ts'
import type { Base, MountedRoute, Part } from './part.ts'

/** T-10: a stream ends within five seconds of a lost right. */
const CHECK_MS = 2_000

export async function composeWatch(
  base: Base,
  from: { readonly hub: LiveHub; readonly recordings: Recordings },
): Promise<Part> {
  const { app } = base.pools
  const deps: WatchDeps = {
    ...base,
    ...from,
    sessions: postgresWatchedSessions(app),
    views: postgresViews(app),
    journal: postgresAccessJournal(app),
    destroyed: postgresDestroyed(app),
    blocked: postgresBlocked(app),
    disputeUse: disputeUse(postgresStore(app, base.ids)),
  }
  const live = liveWatching(deps)
  const handlers = watchHandlers(deps, (viewer) => fullNameOf(app, viewer.tenant, viewer.account))
  const socket = watchSocketHandler(live)
  let timer: NodeJS.Timeout | null = null
  let checking = Promise.resolve()

  return {
    routes: Object.entries(watchRoutes).map(
      ([name, route]) =>
        ({ route, handler: handlers[name as keyof typeof handlers] }) as unknown as MountedRoute,
    ),
    sockets: [{ route: watchSocket, handler: socket }],
    metrics: async () =>
      `# HELP ochno_live_viewers Proctors whose live socket is open\n# TYPE ochno_live_viewers gauge\nochno_live_viewers ${live.viewers()}\n`,
    start: async () => {
      let busy = false
      timer = setInterval(() => {
        if (busy) return
        busy = true
        checking = live.check().finally(() => {
          busy = false
        })
      }, CHECK_MS)
    },
    stop: async () => {
      if (timer) clearInterval(timer)
      await checking
      await socket.closeAll()
    },
  }
}
