import { expect, test } from 'vitest'
import { claimKinds, claimOutcomes, closes, outcomesOf, refuseClaimEnd } from './claim.ts'

test('P-15 while two parents disagree nobody looks at the recording, whatever was ticked', () => {
  expect([closes('parents_disagree', false), closes('third_person', false), closes(null, false)]).toEqual([
    true,
    false,
    false,
  ])
  expect([closes('third_person', true), closes(null, true)]).toEqual([true, true])
})

test('P-15 P-16 each dispute ends in its own way and with words, never by destroying the original', () => {
  for (const about of claimKinds)
    for (const outcome of claimOutcomes) {
      const own = (outcomesOf[about] as readonly string[]).includes(outcome)
      expect(refuseClaimEnd(about, { outcome, words: 'Решили так' })).toBe(own ? null : 'wrong_outcome')
      if (own) expect(refuseClaimEnd(about, { outcome, words: '  ' })).toBe('no_reason')
    }
  expect(claimOutcomes.some((outcome) => outcome.includes('destroy'))).toBe(false)
})
