import { type Instant, isAfter, isBefore, minutes } from '../time.ts'
import type { Command, Decision, EndCause, Session, SessionEvent, SessionRefusal } from './session.ts'

const no = (why: SessionRefusal): Decision => ({ ok: false, why })
const yes = (...events: SessionEvent[]): Decision => ({ ok: true, events })

/** R1-3.1b: handing in ends the control window too; the cause is kept with both facts. */
const over = (at: Instant, cause: EndCause, reason?: string): Decision =>
  yes(
    { type: 'submitted', at, cause, ...(reason === undefined ? {} : { reason }) },
    { type: 'deauthorized', at, cause },
  )

const isOver = ({ state }: Session): boolean =>
  state === 'deauthorized' || state === 'expired_not_started' || state === 'cancelled'

export function decide(session: Session, command: Command, now: Instant): Decision {
  if (isOver(session)) return no('already_over')
  const { state, deadline } = session
  switch (command.do) {
    case 'authorize':
      if (state !== 'admitted') return no('not_admitted')
      if (isBefore(now, session.opensAt)) return no('too_early')
      if (!isBefore(now, session.closesAt)) return no('too_late')
      return yes({ type: 'authorized', at: now, deadline: now.add(minutes(session.lengthMinutes)) })
    case 'start':
      if (state !== 'authorized') return no('not_authorized')
      if (deadline && !isBefore(now, deadline)) return no('too_late')
      return yes({ type: 'started', at: now })
    case 'submit':
      // Work handed in while the deadline job was on its way still counts as handed in by the examinee.
      if (state !== 'in_progress') return no('not_running')
      return over(now, 'by_examinee')
    case 'expire':
      return expire(session, now, command.withdrawn === true)
    case 'interrupt':
      return state === 'in_progress' || state === 'authorized'
        ? over(now, command.failure ? 'technical' : 'withdrawn')
        : no('not_running')
    case 'stop':
      if (state === 'in_progress' || state === 'authorized') return over(now, 'auto', command.reason)
      return no('not_running')
  }
}

function expire(session: Session, now: Instant, withdrawn: boolean): Decision {
  switch (session.state) {
    case 'admitted':
      return isBefore(now, session.closesAt)
        ? no('too_early')
        : yes({ type: 'expired_not_started', at: now, ...(withdrawn ? { cause: 'withdrawn' } : {}) })
    case 'authorized':
    case 'in_progress':
      if (session.deadline && isAfter(session.deadline, now)) return no('too_early')
      // The window closes when the time was over, however late the job came.
      return session.state === 'authorized'
        ? yes({ type: 'deauthorized', at: session.deadline ?? now, cause: 'auto' })
        : over(session.deadline ?? now, 'auto')
    case 'submitted':
      return yes({ type: 'deauthorized', at: now, cause: 'auto' })
    case 'deauthorized':
    case 'expired_not_started':
    case 'cancelled':
      return no('already_over')
  }
}

export function evolve(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'authorized':
      return { ...session, state: 'authorized', authorizedAt: event.at, deadline: event.deadline }
    case 'started':
      return { ...session, state: 'in_progress', startedAt: event.at }
    case 'submitted':
      return { ...session, state: 'submitted', endCause: event.cause, endReason: event.reason ?? null }
    case 'deauthorized':
      return { ...session, state: 'deauthorized', deauthorizedAt: event.at, endCause: event.cause }
    case 'expired_not_started':
      return { ...session, state: 'expired_not_started', endCause: event.cause ?? session.endCause }
  }
}
