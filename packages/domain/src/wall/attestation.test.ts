import { expect, test } from 'vitest'
import { scopeOf } from '../scheduling/act-scopes.ts'
import { type ControlledEvent, problemsOf } from '../scheduling/event.ts'

const lesson: ControlledEvent = {
  event: 'lesson',
  kind: 'intermediate',
  object: 'discipline',
  mode: 'sync',
  studyForm: 'full_time',
  lengthMinutes: 45,
  accountable: 'acc_teacher',
}
const problems = (act: '000' | '001' | '003', event: ControlledEvent['event']) =>
  problemsOf({ ...lesson, event }, scopeOf(act, { modes: ['sync', 'async'], longestMinutes: null }))

test('R1-2.1 R3-2.1 001 and 003 proctor an attestation and never a lesson, which 000 does', () => {
  for (const act of ['001', '003'] as const) {
    expect(problems(act, 'lesson'), act).toEqual(['event_not_in_act'])
    expect(problems(act, 'exam'), act).toEqual([])
  }
  expect(problems('000', 'lesson')).toEqual([])
})
