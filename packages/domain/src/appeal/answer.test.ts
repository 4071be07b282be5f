import { expect, test } from 'vitest'
import { russianYears } from '../calendar/russian-years.ts'
import { instant } from '../time.ts'
import { answerTerm } from './answer.ts'

const zone = 'Europe/Moscow'
const handedOverAt = instant('2026-11-20T09:00:00Z')
const term = (days: number | null, now: string, publishedAt: string | null = null) =>
  answerTerm(
    { handedOverAt, publishedAt: publishedAt === null ? null : instant(publishedAt) },
    days,
    zone,
    russianYears,
    instant(now),
  )

test('a mark is answered from the handing over of the protocol to the published result', () => {
  const before = { handedOverAt: null, publishedAt: null }
  expect(answerTerm(before, null, zone, russianYears, handedOverAt)).toEqual({ open: false, until: null })
  expect(term(null, '2026-12-20T09:00:00Z').open).toBe(true)
  expect(term(null, '2026-12-20T09:00:00Z', '2026-12-01T09:00:00Z').open).toBe(false)
})

test('TR-14 a term of the institution ends with its last working day', () => {
  // Friday the 20th, two working days: the end of Tuesday the 24th in Moscow.
  expect(term(2, '2026-11-24T20:59:00Z').open).toBe(true)
  expect(term(2, '2026-11-24T21:01:00Z').open).toBe(false)
})
