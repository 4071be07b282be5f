import type { SessionId } from '@ochno/domain/ids'
import { expect, test } from 'vitest'
import { lookedAt } from './admission-looked-at.ts'

const [one, two] = ['ses_one', 'ses_two'] as unknown as [SessionId, SessionId]
const stated = (session: SessionId, met: boolean | null) => ({
  session,
  conditions: [{ code: 'Оплата', met, ground: 'Положение' }],
})

test('R4-3.8d TR-73 the checklist says that admission was looked at only where it was stated of everybody, met, and no late original waits', () => {
  expect(lookedAt([], [one], false)).toBe('by_hand')
  expect(lookedAt([], [], false)).toBe('by_hand')
  expect(lookedAt([{ session: one, conditions: [] }], [one], false)).toBe('by_hand')
  expect(lookedAt([stated(one, true)], [one, two], false)).toBe('by_hand')
  expect(lookedAt([stated(one, true), stated(two, true)], [one, two], true)).toBe('by_hand')
  expect(lookedAt([stated(one, true), stated(two, true)], [one, two], false)).toBe('met')
  expect(lookedAt([stated(one, true), stated(two, null)], [one, two], false)).toBe('open')
})
