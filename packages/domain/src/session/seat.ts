// Where an examinee of a classroom exam stands, read from what the proctor in the room has said (004 section 2).
import type { VisitState } from '../identity/visit.ts'
import { type Instant, isBefore } from '../time.ts'
import type { Session } from './session.ts'

export type SeatState =
  | 'expected'
  | 'came'
  | 'refused'
  | 'identified'
  | 'begun'
  | 'handed_in'
  | 'stopped'
  | 'over'
  | 'absent'

export type SeatVisit = { readonly state: VisitState; readonly cameAt: Instant | null }

type Attempt = Pick<Session, 'state' | 'endCause' | 'endReason' | 'closesAt'>

export function seatState(session: Attempt, visit: SeatVisit | null, now: Instant): SeatState {
  switch (session.state) {
    case 'authorized':
    case 'in_progress':
      return 'begun'
    case 'submitted':
    case 'deauthorized':
      if (session.endReason !== null) return 'stopped'
      return session.endCause === 'by_examinee' ? 'handed_in' : 'over'
    case 'cancelled':
      return 'absent'
    case 'expired_not_started':
      return visit?.state === 'refused' ? 'refused' : 'absent'
    case 'admitted':
      if (visit?.state === 'refused' || visit?.state === 'admitted')
        return visit.state === 'refused' ? 'refused' : 'identified'
      if (!isBefore(now, session.closesAt)) return 'absent'
      return visit?.cameAt ? 'came' : 'expected'
  }
}

/** Who has not come is not identified, and a word once given is taken back only before the attempt begins. */
export const mayIdentify = (seat: SeatState): boolean =>
  seat === 'came' || seat === 'refused' || seat === 'identified'

export type BeginRefusal = 'identity_undecided' | 'identity_refused'

/** R4-2.14: without media the proctor's word about the document is the only identification there is. */
export const refuseBegin = (seat: SeatState): BeginRefusal | null =>
  seat === 'refused'
    ? 'identity_refused'
    : seat === 'expected' || seat === 'came'
      ? 'identity_undecided'
      : null
