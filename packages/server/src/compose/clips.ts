// The pieces behind marks and the photographs: the bytes go the way of every viewing, who may see a piece is said by what happens after the exam.
import { clipRoutes } from '@ochno/contract/clips'
import { photoRoutes } from '@ochno/contract/photos'
import { qualityRoutes } from '@ochno/contract/quality'
import {
  fullNameOf,
  postgresAccessJournal,
  postgresViews,
  postgresWatchedSessions,
} from '../adapters/postgres/watching.ts'
import { postgresBlocked } from '../adapters/postgres/retention-holds.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { changeClipSetting, clipStanding, readClipSetting } from '../features/appeals/clip-standing.ts'
import { disputeUse } from '../features/consents/dispute-use.ts'
import { appealedResults } from '../features/decisions/on-appeal.ts'
import { placeSession } from '../features/watch/read-timeline.ts'
import { clipHandlers } from '../http/clips.ts'
import { photoHandlers } from '../http/photos.ts'
import { qualityHandlers } from '../http/quality.ts'
import type { Recordings } from '../ports/recordings.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeClips(base: Base, recordings: Recordings): Part {
  const { app } = base.pools
  const store = postgresStore(app, base.ids)
  const deps = {
    ...base,
    recordings,
    store,
    blocked: postgresBlocked(app),
    sessions: postgresWatchedSessions(app),
    views: postgresViews(app),
    journal: postgresAccessJournal(app),
    standing: clipStanding({ store, results: appealedResults, disputeUse: disputeUse(store) }),
  }
  return {
    routes: [
      ...mounted(
        qualityRoutes,
        qualityHandlers({ store, placed: (tenant, id) => placeSession({ recordings }, { tenant, id }) }),
      ),
      ...mounted(photoRoutes, photoHandlers(deps)),
      ...mounted(
        clipRoutes,
        clipHandlers(deps, (viewer) => fullNameOf(app, viewer.tenant, viewer.account), {
          read: (actor) => readClipSetting({ store }, actor),
          change: (actor, setting) => changeClipSetting({ store }, actor, setting, base.clock.now()),
        }),
      ),
    ],
  }
}
