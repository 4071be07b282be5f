import { expect, test } from 'vitest'
import { type Bare, deidentified } from './deidentify.ts'

const row = (exam: string, minutes: number, month = '2026-06'): Bare => ({
  exam,
  title: `Экзамен ${exam}`,
  month,
  minutes,
  hints: 2,
  marks: ['gadgets'],
  result: null,
})

test('what is left of an exam names nobody: no exam’s id, no minute, and another order', () => {
  const rows = [41, 43, 58, 60, 61].map((minutes) => row('exm_1', minutes))
  let turn = 0
  const made = deidentified(rows, () => -turn++)
  expect(made.leftOut).toBe(0)
  expect(made.rows.map(({ minutes }) => minutes)).toEqual([60, 60, 60, 45, 40])
  expect(Object.keys(made.rows[0] ?? {}).toSorted()).toEqual([
    'hints',
    'marks',
    'minutes',
    'month',
    'result',
    'title',
  ])
})

test('a group of four is left out whole, also when the exam as a whole is larger', () => {
  const rows = [
    ...[1, 2, 3, 4, 5].map((minutes) => row('exm_1', minutes)),
    ...[1, 2, 3, 4].map((minutes) => row('exm_1', minutes, '2026-07')),
    ...[1, 2, 3, 4].map((minutes) => row('exm_2', minutes)),
  ]
  const made = deidentified(rows, () => 0)
  expect([made.rows.length, made.leftOut]).toEqual([5, 8])
})
