import { expect, test } from 'vitest'
import { absence, explainStep } from './pulse.ts'

const at = (wall: number, mono: number) => ({ wall, mono })
const HOUR = 3_600_000

for (const [name, from, to, is] of [
  ['F-03 ten seconds without a tick are a sleep', at(0, 0), at(10_000, 10_000), 'asleep'],
  ['a busy machine is not asleep', at(0, 0), at(2_500, 2_500), null],
  [
    'F-03 a sleep that stops the monotonic clock shows as a step of the wall clock',
    at(0, 0),
    at(600_250, 250),
    'wall_step',
  ],
  ['F-04 a clock set back a day is a step', at(0, 0), at(-24 * HOUR, 250), 'wall_step'],
  ['F-04 a slow drift is nothing', at(0, 0), at(251, 250), null],
] as const)
  test(name, () => expect(absence(from, to)?.is ?? null).toBe(is))

test('F-03 F-04 the server tells a sleep from a changed clock', () => {
  // Slept ten minutes: server and we have both moved on.
  expect(explainStep(600_000, 40, 55)).toBe('sleep')
  // Clock set forward ten minutes: the server now seems ten minutes behind.
  expect(explainStep(600_000, 40, -599_950)).toBe('clock_changed')
  expect(explainStep(-24 * HOUR, 40, 24 * HOUR + 40)).toBe('clock_changed')
})
