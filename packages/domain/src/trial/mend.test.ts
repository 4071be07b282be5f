import { expect, test } from 'vitest'
import { type MendCode, mendCodes, toMend, type TrialSeen } from './mend.ts'

const good: TrialSeen = {
  left: [],
  unclear: [],
  lost: [],
  away: 0,
  recorded: true,
}

test('a trial in which everything worked leaves nothing to mend', () => expect(toMend(good)).toEqual([]))

const cases: readonly (readonly [MendCode, Partial<TrialSeen>, 'must' | 'should'])[] = [
  ['step_left', { left: ['face'] }, 'must'],
  ['step_unclear', { unclear: ['document'] }, 'should'],
  ['camera_lost', { lost: ['camera'] }, 'must'],
  ['microphone_lost', { lost: ['microphone'] }, 'must'],
  ['screen_lost', { lost: ['screen'] }, 'must'],
  ['not_recorded', { recorded: false }, 'must'],
  ['page_left', { away: 1 }, 'should'],
]
for (const [code, seen, weight] of cases)
  test(`what a trial shows: ${code} is a thing that ${weight} be mended`, () =>
    expect(toMend({ ...good, ...seen })).toMatchObject([{ code, weight }]))

test('every code has its case', () =>
  expect(cases.map(([code]) => code).sort()).toEqual([...mendCodes].sort()))

test('what must be mended comes first, steps in the order of the door', () =>
  expect(
    toMend({ ...good, away: 1, left: ['headphones', 'name'], recorded: false }).map(
      ({ code, step }) => step ?? code,
    ),
  ).toEqual(['not_recorded', 'name', 'headphones', 'page_left']))
