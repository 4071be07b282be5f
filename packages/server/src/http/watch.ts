// Timelines, stored records and viewing lists over HTTP.
import type { watchRoutes } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Viewer, WatchDeps } from '../features/watch/deps.ts'
import { listRecordings, listViewers, readWall } from '../features/watch/lists.ts'
import { openView } from '../features/watch/open-view.ts'
import { readRecords } from '../features/watch/read-records.ts'
import { readTimeline } from '../features/watch/read-timeline.ts'
import type { ViewId } from '../ports/watching.ts'
import { fromOwnPage } from './guard.ts'
import type { Actor, Handlers } from './seam.ts'
import { sendRecords } from './send-records.ts'

type NameOf = (viewer: Viewer) => Promise<string>

const viewerOf = ({ actor, ip }: { readonly actor: Actor; readonly ip: string }): Viewer => ({ ...actor, ip })

export function watchHandlers(deps: WatchDeps, nameOf: NameOf): Handlers<typeof watchRoutes> {
  const now = () => deps.clock.now().toString()
  return {
    readWall: async (context) => ({
      ok: true,
      body: { now: now(), tiles: await readWall(deps, viewerOf(context)) },
    }),

    listRecordings: async (context, { query }) => ({
      ok: true,
      body: { now: now(), rows: await listRecordings(deps, viewerOf(context), query.find ?? '') },
    }),

    async openView(context, { params, body }) {
      const opened = await openView(deps, viewerOf(context), params.sid as SessionId, body)
      return opened.ok ? { ok: true, body: { view: opened.view, endsAt: opened.endsAt.toString() } } : opened
    },

    async readTimeline(context, { params, query }) {
      const viewer = viewerOf(context)
      const read = await readTimeline(
        deps,
        viewer,
        params.sid as SessionId,
        (query.view ?? null) as ViewId | null,
      )
      if (!read.ok) return read
      const seen = { name: await nameOf(viewer), at: now() }
      return { ok: true, body: { ...read.timeline, viewer: seen } }
    },

    async readRecords(context, { params, query }, { request, reply }) {
      if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
      const read = await readRecords(deps, viewerOf(context), {
        session: params.sid as SessionId,
        tid: params.tid as TrackId,
        from: query.from,
        to: query.to,
        init: query.init ?? null,
        view: (query.view ?? null) as ViewId | null,
      })
      if (!read.ok) return read
      await sendRecords(reply, read.bytes)
      return undefined
    },

    async listViewers(context, { params }) {
      const listed = await listViewers(deps, viewerOf(context), params.sid as SessionId)
      return listed.ok ? { ok: true, body: { rows: listed.rows } } : listed
    },
  }
}
