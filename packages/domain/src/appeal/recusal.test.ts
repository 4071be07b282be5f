import { expect, test } from 'vitest'
import type { Member } from './commission.ts'
import { mayAnswer, type Recusal, recused, refuseAsking, unanswered } from './recusal.ts'

const commission: readonly Member[] = [
  { person: 'chair', role: 'chair' },
  { person: 'member', role: 'member' },
  { person: 'secretary', role: 'secretary' },
]
const asked: Recusal = { person: 'member', by: 'family', state: 'asked' }

test('T-19 the family asks once about each who sits, the secretary too', () => {
  expect(refuseAsking(commission, [], 'member')).toBeNull()
  expect(refuseAsking(commission, [], 'secretary')).toBeNull()
  expect(refuseAsking(commission, [], 'somebody')).toBe('not_seated')
  expect(refuseAsking(commission, [asked], 'member')).toBe('asked_before')
  expect(refuseAsking(commission, [{ ...asked, state: 'declined' }], 'member')).toBe('asked_before')
  expect(refuseAsking(commission, [asked], 'chair')).toBeNull()
})

test('T-19 what was asked waits for its answer, and nobody answers about themselves', () => {
  expect(unanswered([asked])).toBe(true)
  expect(unanswered([{ ...asked, state: 'declined' }])).toBe(false)
  expect(mayAnswer(asked, 'secretary')).toBe(true)
  expect(mayAnswer(asked, 'member')).toBe(false)
  expect(mayAnswer({ ...asked, state: 'granted' }, 'secretary')).toBe(false)
})

test('T-19 who has left is away, whoever said so', () => {
  expect(recused([asked])).toEqual([])
  expect(
    recused([
      { ...asked, state: 'granted' },
      { person: 'chair', by: 'member', state: 'granted' },
    ]),
  ).toEqual(['member', 'chair'])
})
