import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { Temporal } from '../time.ts'
import { answerBy, urgencyOf } from './subject-export.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

test('P-30 ten working days of the state’s calendar, a reminder three before the end, late after it', () => {
  const due = answerBy(day('2026-06-08'), russianYears)
  // The 12th of June is a day off.
  expect(due?.toString()).toBe('2026-06-23')
  const on = (iso: string) => urgencyOf(due, day(iso), russianYears)
  expect([on('2026-06-17'), on('2026-06-18'), on('2026-06-23'), on('2026-06-24')]).toEqual([
    'calm',
    'soon',
    'soon',
    'late',
  ])
})

test('P-30 a term nobody can count is urgent at once', () => {
  expect(answerBy(day('2031-01-10'), russianYears)).toBeNull()
  expect(urgencyOf(null, day('2031-01-10'), russianYears)).toBe('soon')
})
