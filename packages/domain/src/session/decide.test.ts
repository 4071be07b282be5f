import { describe, expect, test } from 'vitest'
import type { AccountId, ExamId, SessionId } from '../ids.ts'
import { instant } from '../time.ts'
import { decide, evolve } from './decide.ts'
import type { Command, Session, SessionState } from './session.ts'

const OPENS = instant('2026-12-01T09:00:00Z')
const CLOSES = instant('2026-12-01T10:00:00Z')
const at = (time: string) => instant(`2026-12-01T${time}Z`)

const admitted: Session = {
  id: 'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa' as SessionId,
  exam: 'exm_aaaaaaaaaaaaaaaaaaaaaaaaaa' as ExamId,
  examinee: 'acc_aaaaaaaaaaaaaaaaaaaaaaaaaa' as AccountId,
  state: 'admitted',
  opensAt: OPENS,
  closesAt: CLOSES,
  lengthMinutes: 45,
  authorizedAt: null,
  startedAt: null,
  deadline: null,
  deauthorizedAt: null,
  endCause: null,
  endReason: null,
}
const opened = { authorizedAt: at('09:10:00'), deadline: at('09:55:00') }
const sessions: Record<SessionState, Session> = {
  admitted,
  authorized: { ...admitted, ...opened, state: 'authorized' },
  in_progress: { ...admitted, ...opened, state: 'in_progress', startedAt: at('09:11:00') },
  submitted: { ...admitted, ...opened, state: 'submitted', endCause: 'by_examinee' },
  deauthorized: {
    ...admitted,
    ...opened,
    state: 'deauthorized',
    deauthorizedAt: at('09:40:00'),
    endCause: 'by_examinee',
  },
  expired_not_started: { ...admitted, state: 'expired_not_started' },
  cancelled: { ...admitted, state: 'cancelled', deauthorizedAt: at('08:00:00'), endReason: 'moved' },
}
const stop: Command = { do: 'stop', reason: 'second person' }

/** Every pair at a moment inside the window and before the deadline, then the pairs time decides. */
const inTime: Record<SessionState, Record<Command['do'], string>> = {
  admitted: {
    authorize: 'authorized',
    start: 'not_authorized',
    submit: 'not_running',
    expire: 'too_early',
    stop: 'not_running',
    interrupt: 'not_running',
  },
  authorized: {
    authorize: 'not_admitted',
    start: 'in_progress',
    submit: 'not_running',
    expire: 'too_early',
    stop: 'deauthorized',
    interrupt: 'deauthorized',
  },
  in_progress: {
    authorize: 'not_admitted',
    start: 'not_authorized',
    submit: 'deauthorized',
    expire: 'too_early',
    stop: 'deauthorized',
    interrupt: 'deauthorized',
  },
  submitted: {
    authorize: 'not_admitted',
    start: 'not_authorized',
    submit: 'not_running',
    expire: 'deauthorized',
    stop: 'not_running',
    interrupt: 'not_running',
  },
  deauthorized: {
    authorize: 'already_over',
    start: 'already_over',
    submit: 'already_over',
    expire: 'already_over',
    stop: 'already_over',
    interrupt: 'already_over',
  },
  expired_not_started: {
    authorize: 'already_over',
    start: 'already_over',
    submit: 'already_over',
    expire: 'already_over',
    stop: 'already_over',
    interrupt: 'already_over',
  },
  cancelled: {
    authorize: 'already_over',
    start: 'already_over',
    submit: 'already_over',
    expire: 'already_over',
    stop: 'already_over',
    interrupt: 'already_over',
  },
}

const outcome = (session: Session, command: Command, now = at('09:30:00')): string => {
  const decision = decide(session, command, now)
  return decision.ok ? decision.events.reduce(evolve, session).state : decision.why
}

describe('SM-2, T-16: every pair of state and command', () => {
  for (const [state, row] of Object.entries(inTime))
    for (const [name, expected] of Object.entries(row))
      test(`${state} + ${name} -> ${expected}`, () => {
        const command = name === 'stop' ? stop : ({ do: name } as Command)
        expect(outcome(sessions[state as SessionState], command)).toBe(expected)
      })
})

describe('time decides', () => {
  for (const [name, state, command, now, expected] of [
    ['one second before the window', 'admitted', 'authorize', '08:59:59', 'too_early'],
    ['when the window opens', 'admitted', 'authorize', '09:00:00', 'authorized'],
    ['one second before it closes', 'admitted', 'authorize', '09:59:59', 'authorized'],
    ['when it closes', 'admitted', 'authorize', '10:00:00', 'too_late'],
    ['never came, window over', 'admitted', 'expire', '10:00:00', 'expired_not_started'],
    ['start at the deadline', 'authorized', 'start', '09:55:00', 'too_late'],
    ['deadline of one who did not start', 'authorized', 'expire', '09:55:00', 'deauthorized'],
    ['deadline of a running one', 'in_progress', 'expire', '09:55:00', 'deauthorized'],
    ['one second before the deadline', 'in_progress', 'expire', '09:54:59', 'too_early'],
    ['handed in at the deadline', 'in_progress', 'submit', '09:55:00', 'deauthorized'],
  ] as const)
    test(name, () => {
      expect(outcome(sessions[state], { do: command } as Command, at(now))).toBe(expected)
    })
})

test('R1-3.1a the control window opens at authorisation, not at the first question', () => {
  const decision = decide(admitted, { do: 'authorize' }, at('09:10:00'))
  const after = decision.ok ? decision.events.reduce(evolve, admitted) : admitted
  expect([after.authorizedAt?.toString(), after.startedAt, after.deadline?.toString()]).toEqual([
    '2026-12-01T09:10:00Z',
    null,
    '2026-12-01T09:55:00Z',
  ])
})

test('R1-3.1b deauthorisation keeps its cause, and the reason of who stopped it', () => {
  const end = (command: Command, now: string) => {
    const decision = decide(sessions.in_progress, command, at(now))
    const after = decision.ok ? decision.events.reduce(evolve, sessions.in_progress) : admitted
    return [after.endCause, after.endReason, after.deauthorizedAt?.toString()]
  }
  expect(end({ do: 'submit' }, '09:40:00')).toEqual(['by_examinee', null, '2026-12-01T09:40:00Z'])
  expect(end(stop, '09:40:00')).toEqual(['auto', 'second person', '2026-12-01T09:40:00Z'])
  // P-14: consent was withdrawn; an end without a reason accuses nobody.
  expect(end({ do: 'interrupt' }, '09:40:00')).toEqual(['withdrawn', null, '2026-12-01T09:40:00Z'])
  // SM-17: another date was given after a failure.
  expect(end({ do: 'interrupt', failure: true }, '09:40:00')).toEqual([
    'technical',
    null,
    '2026-12-01T09:40:00Z',
  ])
  // However late the job comes, the window closed at the deadline.
  expect(end({ do: 'expire' }, '11:00:00')).toEqual(['auto', null, '2026-12-01T09:55:00Z'])
})
