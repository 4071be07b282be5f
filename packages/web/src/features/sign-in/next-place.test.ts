import { expect, test } from 'vitest'
import { nextPlace } from './next-place.ts'

for (const [why, search, want] of [
  ['nothing wished: home', '', '/'],
  ['a page of ours', '?next=%2Fexam%2Fses_a', '/exam/ses_a'],
  ['another site is not a page of ours', '?next=https%3A%2F%2Fevil.example', '/'],
  ['nor is it with two slashes', '?next=%2F%2Fevil.example', '/'],
  ['nor with a backslash', '?next=%2F%5Cevil.example', '/'],
  ['the sign-in page does not lead to itself', '?next=%2Fsign-in', '/'],
] as const)
  test(`after signing in: ${why}`, () => expect(nextPlace(search)).toBe(want))
