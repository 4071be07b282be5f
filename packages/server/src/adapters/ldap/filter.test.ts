import { expect, test } from 'vitest'
import { escaped, filled } from './filter.ts'

test('B-29 signs that mean something in a filter are written as octets', () => {
  expect(escaped('a*b(c)d\\e\0')).toBe('a\\2ab\\28c\\29d\\5ce\\00')
  expect(escaped('ё')).toBe('\\d1\\91')
  expect(escaped('ivanov@school.example')).toBe('ivanov@school.example')
})

test('B-29 a login can not turn the question into another one', () => {
  expect(filled('(&(objectClass=person)(uid={login}))', '*)(uid=*')).toBe(
    '(&(objectClass=person)(uid=\\2a\\29\\28uid=\\2a))',
  )
})

test('B-29 signs that a replacement would read in its own way stay themselves', () => {
  expect(filled('(uid={login})', "$&$'")).toBe("(uid=$&$')")
})
