import { expect, test } from 'vitest'
import { base32, totpCode } from './totp.ts'

// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('B-23 the code at %i s is the one of RFC 6238', (second, code) => {
  expect(totpCode(Buffer.from('12345678901234567890'), Math.floor(second / 30))).toBe(code)
})

test('base32 is the one of RFC 4648', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(base32(Buffer.from('foob'))).toBe('MZXW6YQ')
})
