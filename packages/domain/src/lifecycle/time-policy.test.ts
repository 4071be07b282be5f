import { expect, test } from 'vitest'
import { decide } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { type SaidByExam, timePolicy, violationsToStop } from './time-policy.ts'

const exam: SaidByExam = {
  lengthMinutes: 90,
  leavingMinutes: null,
  returns: { outage: true, absence: false },
}

function of(act: '001' | '003' | '004') {
  const decided = decide(preset(act), 'session.disconnect_auto_deauth_s', {
    value: 300,
    ground: 'Приказ № 7',
  })
  if (!decided.ok) throw new Error(decided.why)
  const made = effectivePolicy(decided.policy)
  if (!made.ok) throw new Error('refused')
  return made.policy
}

const minutesOf = (act: '001' | '003' | '004', said = exam) => {
  const made = timePolicy(of(act), said)
  const whole = (one: { total: (unit: 'minutes') => number } | null | undefined) =>
    one?.total('minutes') ?? null
  return [
    whole(made?.length),
    whole(made?.absenceAtMost),
    whole(made?.outageLimit),
    whole(made?.disconnectAtMost),
  ]
}

test('R1-7.4 TR-08 under 001 an attempt lasts 45 minutes with absences of up to 5', () => {
  expect(minutesOf('001')).toEqual([45, 5, null, 5])
})

test('SM-2 under 003 the exam says how long it lasts and nobody may leave', () => {
  expect(minutesOf('003')).toEqual([90, null, null, 5])
})

test('R4-5.12a under 004 the limit of a failure is 15 minutes; switch 8 permits leaving', () => {
  expect(minutesOf('004')).toEqual([90, null, 15, 5])
  expect(minutesOf('004', { ...exam, leavingMinutes: 10 })).toEqual([90, 10, 15, 5])
})

test('TR-65 while nobody decided how long a lost connection is waited for, there is no clock', () => {
  const silent = effectivePolicy(preset('003'))
  expect(silent.ok && timePolicy(silent.policy, exam)).toBeNull()
})

test('SM-2 004 asks for two violations before a stop, the other acts for none', () => {
  expect((['001', '003', '004'] as const).map((act) => violationsToStop(of(act)))).toEqual([0, 0, 2])
})
