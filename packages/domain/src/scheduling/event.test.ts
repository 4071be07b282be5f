import { expect, test } from 'vitest'
import type { AssessmentKind } from '../regulation/programme.ts'
import { definedBy, type ProctoringAct, scopeOf } from './act-scopes.ts'
import { type ControlledEvent, type ExamScope, problemsOf } from './event.ts'

const policy = { modes: ['sync', 'async'], longestMinutes: null } as const
const scope = (act: ProctoringAct, changed: Partial<ExamScope> = {}) => ({
  ...scopeOf(act, policy),
  ...changed,
})

const anEvent = (changed: Partial<ControlledEvent> = {}): ControlledEvent => ({
  event: 'exam',
  kind: 'intermediate',
  object: 'discipline',
  mode: 'sync',
  studyForm: 'full_time',
  lengthMinutes: 45,
  accountable: 'acc_teacher',
  ...changed,
})

const all: readonly AssessmentKind[] = ['current', 'intermediate', 'final', 'state_final', 'other']

for (const [rule, act, offered] of [
  [
    'R0-1.4l 000 assesses intermediate, state final or another trial',
    '000',
    ['intermediate', 'state_final', 'other'],
  ],
  ['R1-1.4a R1-2.5 TR-31 001 offers every kind its clauses name', '001', all],
  [
    'R3-1.2 R3-2.8 003 assesses current, intermediate, final and state final',
    '003',
    ['current', 'intermediate', 'final', 'state_final'],
  ],
  ['R4-1.1b 004 assesses intermediate and final, no current control', '004', ['intermediate', 'final']],
] as const)
  test(rule, () => {
    const accepted = all.filter((kind) => problemsOf(anEvent({ kind }), scope(act)).length === 0)
    expect(accepted).toEqual(offered)
  })

test('TR-31 001 offers intermediate first and says that its clauses disagree', () => {
  expect(scope('001').usualKind).toBe('intermediate')
  expect(definedBy['001'].contradiction).toBe('clauses_name_different_kinds')
})

test('R0-1.4c 000 controls tests, exams and other events', () => {
  for (const event of ['test', 'exam', 'other'] as const)
    expect(problemsOf(anEvent({ event }), scope('000'))).toEqual([])
})

test('a lesson is proctored under 000 alone', () => {
  const acts: readonly ProctoringAct[] = ['000', '001', '003', '004']
  const held = acts.filter((act) => problemsOf(anEvent({ event: 'lesson' }), scope(act)).length === 0)
  expect(held).toEqual(['000'])
})

test('R4-2.05 R4-2.09 004 controls a subject, a course, a discipline or a programme, never a practice', () => {
  for (const object of ['subject', 'course', 'discipline', 'programme'] as const)
    expect(problemsOf(anEvent({ object }), scope('004'))).toEqual([])
  expect(problemsOf(anEvent({ object: 'practice' }), scope('004'))).toEqual(['object_not_in_act'])
})

for (const [rule, act] of [
  ['R1-2.3a 001 is held live or reviewed afterwards', '001'],
  ['R3-2.3 003 is held live or reviewed afterwards', '003'],
  ['R4-3.2 004 is held live or reviewed afterwards', '004'],
] as const)
  test(rule, () => {
    for (const mode of ['sync', 'async'] as const)
      expect(problemsOf(anEvent({ mode }), scope(act))).toEqual([])
    expect(problemsOf(anEvent({ mode: 'async' }), scope(act, { modes: ['sync'] }))).toEqual([
      'mode_not_in_act',
    ])
  })

test('TR-58 R4-1.1a 004 is for full-time study only; the other acts do not ask', () => {
  for (const studyForm of ['part_time', 'extramural'] as const) {
    expect(problemsOf(anEvent({ studyForm }), scope('004'))).toEqual(['study_form_not_in_act'])
    expect(problemsOf(anEvent({ studyForm }), scope('003'))).toEqual([])
  }
})

test('R1-7.4 an attempt of 46 minutes is not scheduled where the whole attempt is 45', () => {
  const school = scope('001', { longestMinutes: 45 })
  expect(problemsOf(anEvent({ lengthMinutes: 45 }), school)).toEqual([])
  expect(problemsOf(anEvent({ lengthMinutes: 46 }), school)).toEqual(['longer_than_act'])
})

test('nothing is held without the member of staff who answers for it', () => {
  expect(problemsOf(anEvent({ accountable: null }), scope('000'))).toEqual(['nobody_accountable'])
})
