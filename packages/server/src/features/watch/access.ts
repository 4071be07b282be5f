import type { SessionId } from '@ochno/domain/ids'
import type { Span } from '@ochno/domain/recording/coverage'
import { isBefore } from '@ochno/domain/time'
import type { ViewId, WatchedSession } from '../../ports/watching.ts'
import { type No, no, type Viewer, type WatchDeps } from './deps.ts'
import { archiveRight, liveRight } from './rights.ts'

export type Access = {
  readonly ok: true
  readonly session: WatchedSession
  readonly role: 'proctor' | 'commission' | 'admin'
  readonly purpose: string
  readonly view: ViewId | null
  /** Of a control its piece, Unix ms; null: the whole recording. */
  readonly piece: Span | null
}

export type AccessRefusal =
  | 'not_found'
  | 'not_assigned'
  | 'outside_window'
  | 'view_needed'
  | 'view_over'
  | 'recording_blocked'
  | 'requirements_unread'

/**
 * T-31: the one question behind every original and derivative of a recording. Without a view only the proctor of the running session
 * gets through; a view counts for its own person, sign-in and session, while the right it was opened with lasts.
 */
export async function accessTo(
  deps: Pick<WatchDeps, 'sessions' | 'views' | 'clock' | 'blocked'>,
  viewer: Viewer,
  id: SessionId,
  viewId: ViewId | null,
): Promise<Access | No<AccessRefusal>> {
  const now = deps.clock.now()
  const found = await deps.sessions.find(viewer.tenant, id, viewer.account)
  if (viewId === null) {
    const right = liveRight(found, viewer, now)
    if (right.ok && (await deps.blocked(viewer.tenant, id))) return no('recording_blocked')
    if (!right.ok && right.why === 'requirements_unread') return no(right.why)
    if (right.ok) return { ...right, purpose: 'live_supervision', view: null, piece: null }
    const later = archiveRight(found, viewer, now)
    return later.ok ? no('view_needed') : later
  }
  const right = archiveRight(found, viewer, now)
  if (!right.ok) return right
  const view = await deps.views.find(viewer.tenant, viewId)
  if (
    !view ||
    view.session !== id ||
    view.account !== viewer.account ||
    view.signIn !== viewer.signIn ||
    view.role !== right.role
  )
    return no('view_needed')
  if (!isBefore(now, view.endsAt)) return no('view_over')
  if (await deps.blocked(viewer.tenant, id)) return no('recording_blocked')
  return { ...right, purpose: view.purpose, view: view.id, piece: right.piece ?? null }
}
