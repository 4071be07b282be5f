import { expect, test } from 'vitest'
import { CODE_BYTES, CODE_LASTS, examCode, shownCode, typedCode } from './exam-code.ts'

test('B-28 a code is ten characters of base32, fifty bits of the random bytes, and lasts a quarter of an hour', () => {
  const code = examCode(Uint8Array.from({ length: CODE_BYTES }, (_, at) => at * 27))
  expect(code).toMatch(/^[a-z2-7]{10}$/)
  const last = examCode(new Uint8Array(CODE_BYTES).fill(31))
  expect([examCode(new Uint8Array(CODE_BYTES)), last]).toEqual(['aaaaaaaaaa', '7777777777'])
  expect(CODE_LASTS.total('minutes')).toBe(15)
  expect(() => examCode(new Uint8Array(9))).toThrow()
})

test('B-28 a code is known however it is typed, and nothing else is taken for one', () => {
  expect(shownCode('abcde23456')).toBe('ABCDE-23456')
  for (const typed of ['ABCDE-23456', 'abcde 23456', ' abcde–23456 ', 'aBcDe23456'])
    expect(typedCode(typed)).toBe('abcde23456')
  expect(typedCode('63AYC-0YJF3'), 'a nought looks like the letter').toBe('63aycoyjf3')
  for (const typed of ['abcde2345', 'abcde234567', 'abcde23451', 'abcde2345я', ''])
    expect(typedCode(typed)).toBeNull()
})
