// Who may look when (security.md 5.6, T-10): pure, so that every minute boundary is a line in a table of tests.
import { PROCTOR_KEEPS } from '@ochno/domain/access/proctor-keeps'
import { mayEnterConsole } from '@ochno/domain/appointment/proctor'
import { requirementsClause } from '@ochno/domain/appointment/requirements'
import type { Span } from '@ochno/domain/recording/coverage'
import { type Instant, isAfter, isBefore, minutes, Temporal } from '@ochno/domain/time'
import type { Assignment, WatchedSession } from '../../ports/watching.ts'
import { type No, no, type Viewer } from './deps.ts'

export const LIVE_BEFORE = minutes(15)
export const LIVE_AFTER = minutes(15)
/** A wall names the people of today, so that a proctor who comes early sees whom he waits for. */
const AHEAD = Temporal.Duration.from({ hours: 12 })
/** B-08 */
export const PROOF_LASTS = minutes(5)

type Times = Pick<WatchedSession, 'opensAt' | 'closesAt' | 'lengthMinutes' | 'deadline' | 'deauthorizedAt'>
export type Found = {
  readonly session: WatchedSession
  readonly assignment: Assignment
  readonly reviewing?: boolean
  readonly piece?: Span | null
  readonly nameless?: boolean
  readonly glassUntil?: Instant | null
} | null

/** When the session is over, or will be at the latest. */
export const endOf = (session: Times): Instant =>
  session.deauthorizedAt ?? session.deadline ?? session.closesAt.add({ minutes: session.lengthMinutes })

export const inLiveWindow = (session: Times, now: Instant): boolean =>
  !isBefore(now, session.opensAt.subtract(LIVE_BEFORE)) && isBefore(now, endOf(session).add(LIVE_AFTER))

/** Whose sessions stand on a wall at this moment. */
export const shownOnWall = (now: Instant) => ({
  since: now.subtract(LIVE_AFTER),
  until: now.add(AHEAD).add(LIVE_BEFORE),
})

/** R1-5.1a, R3-5.1.2, R4-7.2.2: no picture before the requirements of its exam are known. */
export const isUnread = ({ requirements: of }: Pick<WatchedSession, 'requirements'>): boolean =>
  of !== undefined &&
  requirementsClause(of.act) !== null &&
  !mayEnterConsole(
    of.read.map((edition) => ({ exam: of.exam, edition })),
    of,
  )

type Right =
  | {
      readonly ok: true
      readonly session: WatchedSession
      readonly role: 'proctor' | 'commission' | 'admin'
      /** Null: the whole recording. */
      readonly piece?: Span | null
    }
  | No<'not_found' | 'not_assigned' | 'outside_window' | 'requirements_unread'>

/** A foreign session does not exist for the asker; one he was taken off is refused by name. */
export function liveRight(found: Found, viewer: Viewer, now: Instant): Right {
  if (!found || !viewer.roles.includes('proctor') || found.assignment === 'none') return no('not_found')
  if (found.assignment === 'removed') return no('not_assigned')
  if (!inLiveWindow(found.session, now)) return no('outside_window')
  if (isUnread(found.session)) return no('requirements_unread')
  return { ok: true, session: found.session, role: 'proctor' }
}

/** A proctor keeps his own sessions for a day, and a reviewer what he reviews until it is done; else it is the commission's. */
export function archiveRight(found: Found, viewer: Viewer, now: Instant): Right {
  if (!found) return no('not_found')
  const kept = isBefore(now, endOf(found.session).add(PROCTOR_KEEPS))
  const begun = !isBefore(now, found.session.opensAt.subtract(LIVE_BEFORE))
  const watching = found.assignment === 'active' && kept && begun
  const own = watching || found.reviewing === true
  const shut = watching && found.reviewing !== true && isUnread(found.session)
  if (viewer.roles.includes('proctor') && own && !shut) {
    const session = found.nameless ? { ...found.session, examineeName: '' } : found.session
    return { ok: true, session, role: 'proctor', piece: found.piece ?? null }
  }
  if (viewer.roles.includes('commission')) return { ok: true, session: found.session, role: 'commission' }
  // T-20: past every right, for an hour, allowed by a second person.
  if (found.glassUntil && viewer.roles.includes('admin') && isBefore(now, found.glassUntil))
    return { ok: true, session: found.session, role: 'admin' }
  if (!viewer.roles.includes('proctor') || found.assignment === 'none') return no('not_found')
  if (shut) return no('requirements_unread')
  return no(found.assignment === 'removed' ? 'not_assigned' : 'outside_window')
}

export const provedLately = (viewer: Viewer, now: Instant): boolean =>
  !isAfter(now, viewer.provedAt.add(PROOF_LASTS))
