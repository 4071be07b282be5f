// How the session that the server stores lies in the full lifecycle SM-2: which of its states it is, and which moves an event stands for.
import type { Party } from '../lifecycle/machine.ts'
import type { SessionCommand, SessionState as FullState } from '../lifecycle/session.ts'
import type { Session, SessionEvent } from './session.ts'

/** The state in the words of SM-2. Who was let in but never opened the task has not started (004, status 6). */
export const fullState = (session: Session): FullState =>
  session.endCause === 'technical' ? 'void' : undisturbed(session)

const undisturbed = (session: Session): FullState =>
  session.state === 'cancelled' ||
  (session.state === 'deauthorized' && session.startedAt === null && session.endReason === null)
    ? 'expired_not_started'
    : session.state

export type FullMove = readonly [command: SessionCommand, by: Party]

/** The moves of SM-2 that one decision of the server stands for. What precedes authorisation happens on the page of the examinee. */
export const fullMoves = (before: Session, events: readonly SessionEvent[]): readonly FullMove[] =>
  events.flatMap((event) => movesOf(event, before.state === 'authorized' && events.length === 1))

function movesOf(event: SessionEvent, neverStarted: boolean): readonly FullMove[] {
  switch (event.type) {
    case 'authorized':
      return [
        ['enter', 'examinee'],
        ['pass_check', 'examinee'],
        ['identify', 'system'],
        ['acknowledge', 'examinee'],
      ]
    case 'started':
      return [['start', 'examinee']]
    case 'submitted':
      if (event.reason !== undefined) return [['stop', 'proctor']]
      if (event.cause === 'withdrawn') return [['interrupt', 'system']]
      // 5.12, 4.7: the attempt is void, and no negative result.
      if (event.cause === 'technical')
        return [
          ['lose_signal', 'system'],
          ['annul_attempt', 'teacher'],
        ]
      return [event.cause === 'by_examinee' ? ['submit', 'examinee'] : ['run_out', 'system']]
    case 'deauthorized':
      if (event.cause === 'technical') return []
      return [[neverStarted ? 'miss_window' : 'deauthorise', 'system']]
    case 'expired_not_started':
      return [['miss_window', 'system']]
  }
}
