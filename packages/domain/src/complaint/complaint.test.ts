import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { decide } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { instant } from '../time.ts'
import {
  answerDue,
  barredFrom,
  type ComplaintLife,
  isOverdue,
  refuseComplaint,
  stateOf,
} from './complaint.ts'

const filed = instant('2026-11-20T22:30:00Z')
const zone = 'Asia/Yekaterinburg'
const fresh: ComplaintLife = { due: instant('2026-12-01T18:59:59Z'), taken: null, answered: null }
const taken = { ...fresh, taken: { by: 'head', at: instant('2026-11-21T10:00:00Z') } }
const done = { ...taken, answered: { by: 'head', at: instant('2026-11-22T10:00:00Z') } }
const concerned = { proctors: ['proctor', 'was'], family: ['pupil', 'mother'] }

test('R1-5.2a a complaint is received, being looked at, answered, and each has who and when', () =>
  expect([fresh, taken, done].map(stateOf)).toEqual(['received', 'looked_at', 'answered']))

test('R1-5.2a the term is the institution’s for requests; where nobody named one it is the law’s thirty days', () => {
  const day = (act: Parameters<typeof effectivePolicy>[0]) => {
    const effective = effectivePolicy(act)
    if (!effective.ok) throw new Error('refused')
    return answerDue(effective.policy, filed, zone, russianYears)?.toString({ smallestUnit: 'second' })
  }
  expect(day(preset('004'))).toBe('2026-12-21T18:59:59Z')
  const decided = decide(preset('004'), 'erequest.answer_days', { value: 10, ground: 'Приказ 5' })
  if (!decided.ok) throw new Error(decided.why)
  expect(day(decided.policy)).toBe('2026-12-01T18:59:59Z')
})

for (const [rule, what, life, person, why] of [
  ['the proctor it is about does not take it', 'take', fresh, 'proctor', 'complaint_about_you'],
  ['nor one who was taken off in the middle', 'take', fresh, 'was', 'complaint_about_you'],
  ['nor answers it', 'answer', taken, 'proctor', 'complaint_about_you'],
  ['nor does the examinee’s own mother', 'take', fresh, 'mother', 'complaint_of_family'],
  ['somebody else takes it', 'take', fresh, 'head', null],
  ['once', 'take', taken, 'head', 'already_yours'],
  ['another takes it over', 'take', taken, 'deputy', null],
  ['nobody answers what nobody looks at', 'answer', fresh, 'head', 'not_taken'],
  ['nor what another looks at', 'answer', taken, 'deputy', 'not_taken'],
  ['who looks at it answers', 'answer', taken, 'head', null],
  ['once', 'answer', done, 'head', 'already_answered'],
  ['and it is not taken again', 'take', done, 'deputy', 'already_answered'],
] as const)
  test(`R1-5.2a ${rule}: ${what} by ${person}`, () =>
    expect(refuseComplaint(what, life, concerned, person)).toBe(why))

test('R1-5.2a it is overdue past its last moment, also when it was answered late, and never without a term', () => {
  const [last, next] = [instant('2026-12-01T18:59:59Z'), instant('2026-12-01T19:00:00Z')]
  expect([isOverdue(fresh, last), isOverdue(fresh, next), isOverdue(done, next)]).toEqual([
    false,
    true,
    false,
  ])
  expect(isOverdue({ ...done, answered: { by: 'head', at: next } }, next)).toBe(true)
  expect(isOverdue({ ...fresh, due: null }, next)).toBe(false)
  expect(barredFrom(concerned, 'head')).toBeNull()
})
