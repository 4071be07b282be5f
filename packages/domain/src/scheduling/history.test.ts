import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { inOneGo } from './history.ts'

const line = (no: number, at: string, rest: object = {}) => ({
  what: 'add',
  by: 'acc_a',
  why: 'Опоздали с заявкой',
  at: instant(`2026-05-01T${at}:00Z`),
  now: null,
  sessions: [`ses_${no}`],
  who: [`Ученик ${no}`],
  ...rest,
})

const read = (...lines: ReturnType<typeof line>[]) => inOneGo(lines).map(({ sessions }) => sessions.length)

test('R0-7.5 people put on an exam in one go are one line of its history with all their names', () => {
  const [one, ...others] = inOneGo([line(3, '10:02'), line(2, '10:01'), line(1, '10:00')])
  expect(others).toEqual([])
  expect(one).toMatchObject({
    sessions: ['ses_3', 'ses_2', 'ses_1'],
    who: ['Ученик 3', 'Ученик 2', 'Ученик 1'],
  })
})

test.each([
  ['another hand', { by: 'acc_b' }],
  ['another reason', { why: 'Болезнь' }],
  ['another deed', { what: 'take_off' }],
  [
    'another window',
    { now: { opensAt: instant('2026-05-02T10:00:00Z'), closesAt: instant('2026-05-02T11:00:00Z') } },
  ],
] as const)('R0-7.5 %s is a line of its own', (_, rest) =>
  expect(read(line(2, '10:01', rest), line(1, '10:00'))).toEqual([1, 1]),
)

test('R0-7.5 what is added ten minutes later is a line of its own', () =>
  expect(read(line(2, '10:10'), line(1, '10:00'))).toEqual([1, 1]))
