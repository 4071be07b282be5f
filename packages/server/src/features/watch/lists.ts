import { PROCTOR_KEEPS } from '@ochno/domain/access/proctor-keeps'
import type { RecordingRow, ViewerRow, WallTile } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { isBefore } from '@ochno/domain/time'
import { type No, no, type Viewer, type WatchDeps } from './deps.ts'
import { factsOf } from './read-timeline.ts'
import { archiveRight, endOf, inLiveWindow, isUnread, LIVE_AFTER, shownOnWall } from './rights.ts'

export async function readWall(deps: WatchDeps, viewer: Viewer): Promise<WallTile[]> {
  const now = deps.clock.now()
  const { since, until } = shownOnWall(now)
  const sessions = await deps.sessions.assigned(viewer.tenant, viewer.account, since, until)
  return (
    sessions
      .filter((session) => isBefore(now, endOf(session).add(LIVE_AFTER)))
      // Places on the wall follow the class list; a database's own order may put «Ё» first.
      .toSorted(
        (a, b) =>
          a.opensAt.epochMilliseconds - b.opensAt.epochMilliseconds ||
          a.examineeName.localeCompare(b.examineeName, 'ru'),
      )
      .map((session) => ({
        ...factsOf(session),
        watchable: inLiveWindow(session, now) && !isUnread(session),
        unread: isUnread(session),
      }))
  )
}

export async function listRecordings(deps: WatchDeps, viewer: Viewer, find: string): Promise<RecordingRow[]> {
  const now = deps.clock.now()
  const commission = viewer.roles.includes('commission')
  const rows = await deps.sessions.recorded(viewer.tenant, commission ? null : viewer.account, find, 200)
  return rows
    .filter((row) => commission || isBefore(now, endOf(row).add(PROCTOR_KEEPS)))
    .map((row) => ({
      ...factsOf(row),
      tracks: [...row.tracks],
      closedAt: row.closedAt?.toString() ?? null,
    }))
}

/** P-26: the examinee learns roles and times; commission and the person answering for personal data also names and places. */
export async function listViewers(
  deps: WatchDeps,
  viewer: Viewer,
  session: SessionId,
): Promise<{ ok: true; rows: ViewerRow[] } | No<'not_found'>> {
  const found = await deps.sessions.find(viewer.tenant, session, viewer.account)
  if (!found) return no('not_found')
  const own = found.session.examinee === viewer.account
  const mayKnow =
    viewer.roles.includes('dpo') ||
    (viewer.roles.includes('commission') && archiveRight(found, viewer, deps.clock.now()).ok)
  if (!own && !mayKnow) return no('not_found')
  const rows = await deps.journal.viewings(viewer.tenant, session)
  return {
    ok: true,
    rows: rows.map(({ name, role, what, purpose, startedAt, endedAt, records, place }) => ({
      name: own ? null : name,
      role,
      what,
      purpose,
      startedAt: startedAt.toString(),
      endedAt: endedAt.toString(),
      records,
      place: own ? null : place,
    })),
  }
}
