import type { CheckView } from '@ochno/contract/equipment'
import { checkItems } from '@ochno/domain/equipment/items'
import { expect, test } from 'vitest'
import { factsToGoOnWith, rowsOfStep, stepNames, stepOf, toneOfCheck, wasMade } from './steps.ts'

const check = {
  at: '2026-11-21T10:00:00Z',
  acknowledgedAt: null,
  facts: { toneHeard: true },
  rows: [
    { item: 'camera', verdict: 'unchecked', why: null, source: { from: 'recording' } },
    { item: 'speakers', verdict: 'ok', why: null, source: { from: 'recording' } },
  ],
} as unknown as CheckView
const minutes = (n: number) => Date.parse(check.at) + n * 60_000

test('every item has its step, or is confirmed by the person alone', () =>
  expect(checkItems.filter((item) => stepOf(item) === null)).toEqual(['wall', 'dress', 'extra']))

test('a step shows what was found by it, and only when it was made', () => {
  expect(rowsOfStep(check, 'speakers').map(({ item }) => item)).toEqual(['speakers'])
  expect(rowsOfStep(check, 'camera')).toEqual([])
  expect(stepNames.filter((step) => wasMade(check, step))).toEqual(['speakers'])
})

test('a reload goes on with what was measured a moment ago; an old or a confirmed check begins anew', () => {
  expect(factsToGoOnWith(check, minutes(5))).toEqual({ toneHeard: true })
  expect(factsToGoOnWith(check, minutes(25))).toEqual({})
  expect(factsToGoOnWith({ ...check, acknowledgedAt: check.at }, minutes(5))).toEqual({})
  expect(factsToGoOnWith(null, minutes(5))).toEqual({})
})

test('a risk that was taken is never shown as all being well', () => {
  expect(toneOfCheck({ outcome: 'fit', riskTaken: false })).toBe('ok')
  expect(toneOfCheck({ outcome: 'fit', riskTaken: true })).toBe('warn')
  expect(toneOfCheck({ outcome: 'blocked', riskTaken: true })).toBe('bad')
})
