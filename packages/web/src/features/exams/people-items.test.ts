import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { SeatView } from '@ochno/contract/sessions'
import { expect, test } from 'vitest'
import { itemKey, peopleItems } from './people-items.ts'

const slot = (id: string, people: number) => ({ id, people }) as unknown as ScheduleView['slots'][number]
const seat = (id: string, of: string | null) => ({ id, slot: of }) as unknown as SeatView
const slots = [slot('A', 2), slot('B', 0), slot('C', 2), slot('D', 0)]
const first = [seat('a1', 'A'), seat('a2', 'A'), seat('c1', 'C')]
const keys = (...given: Parameters<typeof peopleItems>) => peopleItems(...given).map(itemKey)

for (const [name, rows, how, expected] of [
  ['slots not reached wait', first.slice(0, 2), { whole: false, searched: false }, 'A a1 a2'],
  ['an empty slot stands in its place', first, { whole: false, searched: false }, 'A a1 a2 B C c1'],
  ['at the end every slot is there', first, { whole: true, searched: false }, 'A a1 a2 B C c1 D'],
  ['a search shows only where somebody was found', first, { whole: true, searched: true }, 'A a1 a2 C c1'],
  [
    'whoever is in none comes last',
    [...first, seat('x', null)],
    { whole: false, searched: false },
    'A a1 a2 B C c1 D unslotted x',
  ],
  [
    'of a slot the schedule does not know yet, in none',
    [seat('n', 'N')],
    { whole: true, searched: true },
    'unslotted n',
  ],
] as const)
  test(name, () => expect(keys(slots, rows, how).join(' ')).toBe(expected))

test('an exam without slots has no headings', () =>
  expect(keys([], [seat('x', null), seat('y', null)], { whole: true, searched: false })).toEqual(['x', 'y']))
