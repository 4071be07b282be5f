import { expect, test } from 'vitest'
import { isRecoveryCode, plainRecoveryCode, secondFactor, stepsThatCount } from './second-factor.ts'

const of = { roles: ['admin'] as const, rule: 'required' as const, enrolled: false, given: false }

test('B-23 staff set up a second factor before anything else; a pupil or a parent need not', () => {
  expect(secondFactor(of)).toBe('enrol')
  expect(secondFactor({ ...of, roles: ['examinee', 'proctor'] })).toBe('enrol')
  expect(secondFactor({ ...of, roles: ['examinee'] })).toBe('done')
  expect(secondFactor({ ...of, roles: ['parent'] })).toBe('done')
})

test('B-23 whoever has one is asked for it in each sign-in, whatever the rule and the role', () => {
  for (const rule of ['required', 'offered'] as const)
    for (const roles of [['admin'], ['examinee']] as const) {
      expect(secondFactor({ roles, rule, enrolled: true, given: false })).toBe('due')
      expect(secondFactor({ roles, rule, enrolled: true, given: true })).toBe('done')
    }
  expect(secondFactor({ ...of, rule: 'offered' })).toBe('done')
})

test('B-23 a code counts in its half minute and for five seconds more', () => {
  expect(stepsThatCount(59_999)).toEqual([1])
  expect(stepsThatCount(60_000)).toEqual([2, 1])
  expect(stepsThatCount(64_999)).toEqual([2, 1])
  expect(stepsThatCount(65_000)).toEqual([2])
})

test('a recovery code is taken with or without its dashes, in either case', () => {
  expect(isRecoveryCode(' AB-CDEF-GH23 ')).toBe(true)
  expect(isRecoveryCode('abcdefgh23')).toBe(true)
  expect(isRecoveryCode('123456')).toBe(false)
  expect(plainRecoveryCode(' AB-CDEF-GH23 ')).toBe('abcdefgh23')
})
