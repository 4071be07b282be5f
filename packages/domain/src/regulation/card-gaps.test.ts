import { expect, test } from 'vitest'
import { cardGaps } from './card-gaps.ts'

const step = { body: 'Педагогический совет', numbered: true, number: '№ 7', date: '2026-05-25' }
const card = {
  steps: [step, { body: 'Совет родителей', numbered: false, number: null, date: '2026-05-25' }],
  approver: { name: 'Антропов Ю.Д.' },
  approvedOn: '2026-05-25',
  force: 'chosen' as const,
  effectiveFrom: '2026-09-01',
}

test('R0-0b a step without a number is whole where none is asked of it, and open where one is', () => {
  expect(cardGaps(card)).toEqual([])
  expect(cardGaps({ ...card, steps: [{ ...step, number: null }] })).toEqual([
    { why: 'step_without_number', step: 0 },
  ])
})

test('R2-0e an agreement dated after the approval is told with its step', () => {
  const late = { ...step, date: '2026-05-26' }
  expect(cardGaps({ ...card, steps: [step, late] })).toEqual([{ why: 'agreed_after_approval', step: 1 }])
})

test('R0-0d TR-18 the approving officer, the day of approval and the day of effect are each asked for', () => {
  const empty = { ...card, approver: { name: ' ' }, approvedOn: null, effectiveFrom: null }
  expect(cardGaps(empty).map(({ why }) => why)).toEqual([
    'no_approver',
    'no_approval_date',
    'no_effective_day',
  ])
  expect(cardGaps({ ...card, effectiveFrom: null })).toEqual([{ why: 'no_effective_day', step: null }])
})

test('TR-18 where the act begins with its order, only the day of the order is asked for', () => {
  const waiting = { ...card, force: 'order_date' as const, approvedOn: null, effectiveFrom: null }
  expect(cardGaps(waiting).map(({ why }) => why)).toEqual(['no_approval_date'])
})
