import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { refuseSecond, secondIsLate, secondsOf } from './second.ts'

const commission = [
  { person: 'chair', role: 'chair' },
  { person: 'member', role: 'member' },
  { person: 'secretary', role: 'secretary' },
] as const

test('T-17 the second person of an annulment is another one of the commission who has a vote', () => {
  expect(refuseSecond(commission, 'chair', 'member')).toBeNull()
  expect(refuseSecond(commission, 'chair', 'chair')).toBe('other_second_person')
  expect(refuseSecond(commission, 'chair', 'secretary')).toBe('not_yours')
  expect(refuseSecond(commission, 'chair', 'somebody')).toBe('not_yours')
})

test('T-17 a verdict is proposed to every other vote; a commission of a chair and a secretary has none', () => {
  expect(secondsOf(commission, 'chair')).toEqual(['member'])
  expect(secondsOf([commission[0], commission[2]], 'chair')).toEqual([])
})

test('SM-6 the second voice is due with the appeal itself', () => {
  const until = instant('2026-06-10T20:59:59Z')
  expect(secondIsLate(until, until)).toBe(false)
  expect(secondIsLate(until, until.add({ seconds: 1 }))).toBe(true)
  expect(secondIsLate(null, until)).toBe(false)
})
