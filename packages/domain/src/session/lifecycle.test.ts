import { expect, test } from 'vitest'
import type { AccountId, ExamId, SessionId } from '../ids.ts'
import { decideMove } from '../lifecycle/machine.ts'
import { goodSession } from '../lifecycle/samples.ts'
import { session as full, type SessionState as FullState } from '../lifecycle/session.ts'
import { instant } from '../time.ts'
import { decide, evolve } from './decide.ts'
import { fullMoves, fullState } from './lifecycle.ts'
import type { Command, Session } from './session.ts'

const at = (time: string) => instant(`2026-12-01T${time}Z`)
const admitted: Session = {
  id: 'ses_aaaaaaaaaaaaaaaaaaaaaaaaaa' as SessionId,
  exam: 'exm_aaaaaaaaaaaaaaaaaaaaaaaaaa' as ExamId,
  examinee: 'acc_aaaaaaaaaaaaaaaaaaaaaaaaaa' as AccountId,
  state: 'admitted',
  opensAt: at('09:00:00'),
  closesAt: at('10:00:00'),
  lengthMinutes: 45,
  authorizedAt: null,
  startedAt: null,
  deadline: null,
  deauthorizedAt: null,
  endCause: null,
  endReason: null,
}

/** SM-2 walked along the moves the server's events stand for; a move the table refuses throws. */
function along(state: FullState, moves: ReturnType<typeof fullMoves>, overdue: boolean): FullState {
  return moves.reduce((from, [command, by]) => {
    const facts = {
      ...goodSession,
      systemMayIdentify: true,
      timeOver: overdue,
      window: overdue ? ('over' as const) : ('open' as const),
    }
    const outcome = decideMove(full, from, command, by, facts, at('09:30:00'))
    if (!outcome.ok) throw new Error(`${from} + ${command} by ${by}: ${outcome.why}`)
    return outcome.event.to
  }, state)
}

const stop: Command = { do: 'stop', reason: 'second person' }
for (const [name, commands, end] of [
  [
    'hands in',
    [
      ['09:10:00', 'authorize'],
      ['09:11:00', 'start'],
      ['09:40:00', 'submit'],
    ],
    'deauthorized',
  ],
  [
    'runs out',
    [
      ['09:10:00', 'authorize'],
      ['09:11:00', 'start'],
      ['09:55:00', 'expire'],
    ],
    'deauthorized',
  ],
  [
    'is stopped',
    [
      ['09:10:00', 'authorize'],
      ['09:11:00', 'start'],
      ['09:40:00', 'stop'],
    ],
    'deauthorized',
  ],
  [
    'is stopped before the task',
    [
      ['09:10:00', 'authorize'],
      ['09:40:00', 'stop'],
    ],
    'deauthorized',
  ],
  [
    'never opens the task',
    [
      ['09:10:00', 'authorize'],
      ['09:55:00', 'expire'],
    ],
    'expired_not_started',
  ],
  ['never comes', [['10:00:00', 'expire']], 'expired_not_started'],
] as const)
  test(`SM-2 an examinee who ${name}: every event of the server is a legal walk in the lifecycle`, () => {
    let session = admitted
    let state: FullState = 'admitted'
    for (const [time, name] of commands) {
      const command = name === 'stop' ? stop : ({ do: name } as Command)
      const decision = decide(session, command, at(time))
      if (!decision.ok) throw new Error(decision.why)
      state = along(state, fullMoves(session, decision.events), name === 'expire')
      session = decision.events.reduce(evolve, session)
      expect(fullState(session)).toBe(state)
    }
    expect(state).toBe(end)
  })
