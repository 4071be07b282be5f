import type { SessionId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { ViewId } from '../../ports/watching.ts'
import { type No, no, type Viewer, type WatchDeps } from './deps.ts'
import { journalled, wholeSession } from './journalled.ts'
import { archiveRight, provedLately } from './rights.ts'

const VIEW_LASTS = Temporal.Duration.from({ hours: 4 })

type Opened = { readonly ok: true; readonly view: ViewId; readonly endsAt: Instant }
type Refusal =
  | 'not_found'
  | 'not_assigned'
  | 'outside_window'
  | 'requirements_unread'
  | 'step_up'
  | 'no_dispute_consent'
  | 'recording_destroyed'
  | 'recording_blocked'
  | 'journal_unavailable'

/** R1-7.2c: a purpose at each access. B-08: outside the proctor's own day the password is asked again. */
export async function openView(
  deps: WatchDeps,
  viewer: Viewer,
  session: SessionId,
  why: { readonly purpose: string; readonly ground: string },
): Promise<Opened | No<Refusal>> {
  const now = deps.clock.now()
  const right = archiveRight(await deps.sessions.find(viewer.tenant, session, viewer.account), viewer, now)
  if (!right.ok) return right
  if (right.role !== 'proctor' && !provedLately(viewer, now)) return no('step_up')
  if (await deps.destroyed(viewer.tenant, session)) return no('recording_destroyed')
  if (await deps.blocked(viewer.tenant, session)) return no('recording_blocked')
  if (why.purpose === 'appeal' && !(await deps.disputeUse(viewer.tenant, session, now)))
    return no('no_dispute_consent')
  const purpose = right.role === 'admin' ? 'break_glass' : why.purpose
  const view = {
    id: deps.ids.make('viw'),
    tenant: viewer.tenant,
    session,
    account: viewer.account,
    signIn: viewer.signIn,
    role: right.role,
    ground: why.ground,
    purpose,
    openedAt: now,
    endsAt: now.add(VIEW_LASTS),
  }
  await deps.views.open(view)
  const written = await journalled(deps, viewer, {
    ...wholeSession,
    session,
    role: right.role,
    action: 'view.open',
    purpose,
    view: view.id,
  })
  return written ? { ok: true, view: view.id, endsAt: view.endsAt } : no('journal_unavailable')
}
