import { describe, expect, test } from 'vitest'
import { type Duration, instant, minutes } from '../time.ts'
import {
  absenceOverLimit,
  type Attempt,
  created,
  deadline,
  decideAttempt,
  evolveAttempt,
  inControlWindow,
  type TimePolicy,
  timeLeft,
} from './attempt.ts'
import type { Party } from './machine.ts'
import { goodSession } from './samples.ts'
import type { SessionCommand, SessionFacts } from './session.ts'

const at = (time: string) => instant(`2026-12-01T${time}Z`)

const policy: TimePolicy = {
  length: minutes(45),
  timerStarts: 'authorisation',
  returns: { outage: true, absence: false },
  absenceAtMost: minutes(5),
  outageLimit: minutes(15),
  disconnectAtMost: minutes(30),
}

type Step = readonly [time: string, by: Party, command: SessionCommand, facts?: Partial<SessionFacts>]

function walk(steps: readonly Step[], under = policy, from: Attempt = created): Attempt {
  return steps.reduce((attempt, [time, by, command, facts]) => {
    const outcome = decideAttempt(attempt, command, by, { ...goodSession, ...facts }, under, at(time))
    if (!outcome.ok) throw new Error(`${time} ${command}: ${outcome.why}`)
    return evolveAttempt(attempt, outcome.event)
  }, from)
}

const why = (attempt: Attempt, [time, by, command, facts]: Step, under = policy): string =>
  (({ ok, ...rest }) => ('why' in rest ? rest.why : 'allowed'))(
    decideAttempt(attempt, command, by, { ...goodSession, ...facts }, under, at(time)),
  )

const before: readonly Step[] = [
  ['08:00:00', 'teacher', 'admit'],
  ['09:00:00', 'examinee', 'enter'],
  ['09:02:00', 'examinee', 'pass_check'],
  ['09:05:00', 'proctor', 'identify'],
  ['09:10:00', 'examinee', 'acknowledge'],
]
const running: readonly Step[] = [...before, ['09:12:00', 'examinee', 'start']]
const ends = (attempt: Attempt, now: string, under = policy) => deadline(attempt, under, at(now))?.toString()
const left = (duration: Duration) => duration.total('seconds')

describe('SM-2 the control window', () => {
  test('R1-3.1a, R3-3.1 it opens when the rules are acknowledged and closes with deauthorisation, not with handing in', () => {
    const over = walk([...running, ['09:40:00', 'examinee', 'submit'], ['09:40:05', 'system', 'deauthorise']])
    expect(
      ['09:09:59', '09:10:00', '09:40:04', '09:40:05'].map((time) => inControlWindow(over, at(time))),
    ).toEqual([false, true, true, false])
    expect(over.endCause).toBe('by_examinee')
  })

  test('SM-2 a session that was stopped, ran out or broke off ends by itself', () => {
    for (const last of [
      [
        ['09:20:00', 'proctor', 'stop'],
        ['09:20:00', 'system', 'deauthorise'],
      ],
      [
        ['09:55:00', 'system', 'run_out'],
        ['09:55:00', 'system', 'deauthorise'],
      ],
      [
        ['09:20:00', 'system', 'lose_signal'],
        ['09:50:00', 'system', 'deauthorise'],
      ],
    ] as const)
      expect(walk([...running, ...last]).endCause).toBe('auto')
  })
})

describe('SM-2 identification', () => {
  const unknown = walk([...before.slice(0, 3), ['09:03:00', 'proctor', 'fail_identification']])
  test('SM-2 it is tried again while attempts are left', () => {
    expect(why(unknown, ['09:04:00', 'examinee', 'try_again'])).toBe('allowed')
    expect(why(unknown, ['09:04:00', 'examinee', 'try_again', { attemptsLeft: 0 }])).toBe('no_attempts_left')
  })
  test('SM-2 who was not identified is not let on, and counts as not begun when the window is over', () => {
    expect(why(unknown, ['09:04:00', 'examinee', 'acknowledge'])).toBe('not_now')
    expect(walk([['10:00:00', 'system', 'miss_window', { window: 'over' }]], policy, unknown).state).toBe(
      'expired_not_started',
    )
  })
  test('SM-2 the system identifies only where the act takes the login for it', () => {
    const here = walk(before.slice(0, 3))
    expect(why(here, ['09:03:00', 'system', 'identify'])).toBe('person_identifies')
    expect(why(here, ['09:03:00', 'system', 'identify', { systemMayIdentify: true }])).toBe('allowed')
  })
})

describe('SM-2 the clock of the attempt', () => {
  test('R1-7.4 forty-five minutes from authorisation, to the second', () => {
    const attempt = walk(running)
    expect(ends(attempt, '09:20:00')).toBe('2026-12-01T09:55:00Z')
    expect(why(attempt, ['09:54:59', 'system', 'run_out'])).toBe('time_left')
    expect(why(attempt, ['09:55:00', 'system', 'run_out'])).toBe('allowed')
  })

  test('SM-2 where the time runs from the first task, the minutes before it are not counted', () => {
    const late: TimePolicy = { ...policy, timerStarts: 'first_task' }
    expect(deadline(walk(before, late), late, at('09:11:00'))).toBeNull()
    expect(ends(walk(running, late), '09:20:00', late)).toBe('2026-12-01T09:57:00Z')
  })

  test('SM-2 a failure gives back exactly the time it took, in the middle of it and after it', () => {
    const cut = walk([...running, ['09:20:00', 'system', 'lose_signal']])
    expect(left(timeLeft(cut, policy, at('09:20:00')))).toBe(35 * 60)
    expect(left(timeLeft(cut, policy, at('09:33:21')))).toBe(35 * 60)
    const back = walk([['09:33:21', 'system', 'restore']], policy, cut)
    expect(back.state).toBe('in_progress')
    expect(ends(back, '09:40:00')).toBe('2026-12-01T10:08:21Z')
    expect(left(timeLeft(back, policy, at('09:34:21')))).toBe(34 * 60)
  })

  test('SM-2 a failure before the first task returns there, and its time is given back', () => {
    const back = walk([...before, ['09:11:00', 'system', 'lose_signal'], ['09:14:00', 'system', 'restore']])
    expect(back.state).toBe('authorized')
    expect(ends(back, '09:15:00')).toBe('2026-12-01T09:58:00Z')
  })

  test('SM-2 where the act does not give it back, the clock runs on through a failure and ends the attempt', () => {
    const hard: TimePolicy = { ...policy, returns: { outage: false, absence: false } }
    const cut = walk([...running, ['09:50:00', 'system', 'lose_signal']], hard)
    expect(ends(cut, '09:54:00', hard)).toBe('2026-12-01T09:55:00Z')
    expect(why(cut, ['09:54:59', 'system', 'run_out'], hard)).toBe('time_left')
    expect(walk([['09:55:00', 'system', 'run_out']], hard, cut).state).toBe('submitted')
  })

  test('SM-2 a failure before the time runs gives nothing back', () => {
    const late: TimePolicy = { ...policy, timerStarts: 'first_task' }
    const back = walk(
      [
        ...before,
        ['09:11:00', 'system', 'lose_signal'],
        ['09:14:00', 'system', 'restore'],
        ['09:15:00', 'examinee', 'start'],
      ],
      late,
    )
    expect(ends(back, '09:16:00', late)).toBe('2026-12-01T10:00:00Z')
  })

  test('SM-2 two failures and an absence: only what the policy returns is returned, all of it', () => {
    const steps: readonly Step[] = [
      ...running,
      ['09:15:00', 'system', 'lose_signal'],
      ['09:16:30', 'system', 'restore'],
      ['09:20:00', 'examinee', 'leave'],
      ['09:24:00', 'examinee', 'come_back'],
      ['09:30:00', 'system', 'lose_signal'],
      ['09:30:30', 'system', 'restore'],
    ]
    expect(ends(walk(steps), '09:31:00')).toBe('2026-12-01T09:57:00Z')
    const both: TimePolicy = { ...policy, returns: { outage: true, absence: true } }
    expect(ends(walk(steps, both), '09:31:00', both)).toBe('2026-12-01T10:01:00Z')
  })

  test('SM-2 the time left never grows while the attempt runs and never goes below nothing', () => {
    const attempt = walk(running)
    const seen = Array.from({ length: 60 }, (_, minute) =>
      left(timeLeft(attempt, policy, at('09:12:00').add(minutes(minute)))),
    )
    expect(seen.every((now, index) => now >= 0 && (index === 0 || now <= (seen[index - 1] ?? 0)))).toBe(true)
    expect(seen.at(-1)).toBe(0)
  })
})

describe('SM-2 permitted absence', () => {
  const away = (until: string) => ({ kind: 'absence', from: at('09:20:00'), until: at(until) }) as const

  for (const [until, over] of [
    ['09:24:59', false],
    ['09:25:00', false],
    ['09:25:01', true],
  ] as const)
    test(`TR-08 back at ${until}: ${over ? 'over the limit' : 'within it'}`, () =>
      expect(absenceOverLimit(away(until), policy)).toBe(over))

  test('TR-08 each absence has its own five minutes', () => {
    const twice = walk([
      ...running,
      ['09:20:00', 'examinee', 'leave'],
      ['09:24:00', 'examinee', 'come_back'],
      ['09:30:00', 'examinee', 'leave'],
      ['09:34:00', 'examinee', 'come_back'],
    ])
    expect(twice.interruptions.map((one) => absenceOverLimit(one, policy))).toEqual([false, false])
  })

  test('SM-2 where the act permits no leaving, the button is refused', () => {
    const strict: TimePolicy = { ...policy, absenceAtMost: null }
    expect(why(walk(running, strict), ['09:20:00', 'examinee', 'leave'], strict)).toBe('leaving_forbidden')
    expect(absenceOverLimit(away('09:20:01'), strict)).toBe(true)
  })

  test('SM-2 a failure during an absence is no longer the examinee’s absence', () => {
    const back = walk([
      ...running,
      ['09:20:00', 'examinee', 'leave'],
      ['09:22:00', 'system', 'lose_signal'],
      ['09:32:00', 'system', 'restore'],
    ])
    expect(back.interruptions.map(({ kind, until }) => [kind, until.toString()])).toEqual([
      ['absence', '2026-12-01T09:22:00Z'],
      ['outage', '2026-12-01T09:32:00Z'],
    ])
    expect(back.interruptions.some((one) => absenceOverLimit(one, policy))).toBe(false)
  })
})

describe('SM-2 a long failure', () => {
  const cut = walk([...running, ['09:20:00', 'system', 'lose_signal']])

  test('R4-5.12a the teacher may postpone from the fifteenth minute on, and not a second before', () => {
    const postpone = { teacherDecided: 'postpone' } as const
    expect(why(cut, ['09:34:59', 'teacher', 'annul_attempt', postpone])).toBe('outage_short')
    expect(walk([['09:35:00', 'teacher', 'annul_attempt', postpone]], policy, cut).state).toBe('void')
  })
  test('SM-2 a retake is agreed after a failure of any length, by the teacher alone', () => {
    const retake = { teacherDecided: 'retake' } as const
    expect(why(cut, ['09:21:00', 'teacher', 'annul_attempt', retake])).toBe('allowed')
    expect(why(cut, ['09:21:00', 'proctor', 'annul_attempt', retake])).toBe('not_yours')
    expect(why(cut, ['09:21:00', 'teacher', 'annul_attempt', { teacherDecided: null }])).toBe(
      'teacher_undecided',
    )
  })
  test('SM-2 an act without a limit lets nobody postpone for the length alone', () => {
    const silent: TimePolicy = { ...policy, outageLimit: null }
    expect(why(cut, ['10:30:00', 'teacher', 'annul_attempt', { teacherDecided: 'postpone' }], silent)).toBe(
      'outage_short',
    )
  })
  test('SM-2 who does not come back in the set time is deauthorised, and not a second earlier', () => {
    expect(why(cut, ['09:49:59', 'system', 'deauthorise'])).toBe('outage_short')
    const gone = walk([['09:50:00', 'system', 'deauthorise']], policy, cut)
    expect([gone.state, gone.endedAt?.toString(), gone.open]).toEqual([
      'deauthorized',
      '2026-12-01T09:50:00Z',
      null,
    ])
  })
})

describe('SM-2 a stop by the proctor', () => {
  const here = walk(running)
  test('SM-2 needs a reason and as many confirmed violations as the act says', () => {
    expect(why(here, ['09:20:00', 'proctor', 'stop', { violationsConfirmed: 1 }])).toBe('too_few_violations')
    expect(why(here, ['09:20:00', 'proctor', 'stop', { reasonGiven: false }])).toBe('no_reason')
    expect(why(here, ['09:20:00', 'system', 'stop'])).toBe('not_yours')
    expect(walk([['09:20:00', 'proctor', 'stop']], policy, here).state).toBe('stopped_by_proctor')
  })
  test('SM-2 nothing is handed in after it', () => {
    const stopped = walk([['09:20:00', 'proctor', 'stop']], policy, here)
    expect(why(stopped, ['09:20:01', 'examinee', 'submit'])).toBe('not_now')
  })
})

test('SM-2 a history with a hole throws instead of being repaired', () => {
  expect(() =>
    evolveAttempt(created, {
      command: 'submit',
      from: 'in_progress',
      to: 'submitted',
      at: at('09:20:00'),
      by: 'examinee',
      clause: 'SM-2',
    }),
  ).toThrow('SM-2')
})

test('SM-2 a clock that jumped back takes no time away', () => {
  const cut = walk([...running, ['09:20:00', 'system', 'lose_signal']])
  const back = walk([['09:19:00', 'system', 'restore']], policy, cut)
  expect(ends(back, '09:21:00')).toBe('2026-12-01T09:55:00Z')
})
