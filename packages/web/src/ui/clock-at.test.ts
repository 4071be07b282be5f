import { expect, test } from 'vitest'
import { clockAt, momentOf } from './clock-at.ts'

const began = '2026-05-25T20:58:10.000Z'

test.each([
  ['23:59:05', '2026-05-25T20:59:05.000Z'],
  ['00:04', '2026-05-25T21:04:00.000Z'],
  ['23:50', '2026-05-25T20:50:00.000Z'],
  ['24:00', null],
  ['полночь', null],
])('%s on the clock of Moscow near the beginning is %s', (typed, moment) =>
  expect(momentOf(typed, began, 'Europe/Moscow')).toBe(moment),
)

test('a time reads back as it was typed', () => {
  const at = momentOf('00:10:30', began, 'Europe/Moscow')
  expect(at && clockAt(at, 'Europe/Moscow')).toBe('00:10:30')
})
