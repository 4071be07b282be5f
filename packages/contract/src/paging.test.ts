import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Cursor, cursorText, paging, readCursor } from './paging.ts'

const cursor: Cursor = {
  list: 'journal',
  tenant: 'ten_a',
  keys: ['2026-11-22T00:00:00.123456Z', 'true', '-7', 'aud_b'],
}

test('a cursor is read back as it was written', () => {
  expect(readCursor(cursorText(cursor))).toEqual(cursor)
})

test.each([
  '',
  'journal',
  'journal~ten_a',
  'a~b~',
  "a~b~'; drop",
  'a~b~%00',
  `a~b~${'x'.repeat(81)}`,
  'a~b~Ж',
])('a broken cursor is no cursor: %j', (text) => {
  expect(readCursor(text)).toBeNull()
  expect(z.strictObject(paging).safeParse({ after: text }).success).toBe(false)
})

test('the size of a page is bounded and may be left out', () => {
  const query = z.strictObject(paging)
  expect(query.parse({})).toEqual({})
  expect(query.parse({ size: '20', after: cursorText(cursor) })).toEqual({ size: 20, after: cursor })
  expect(query.safeParse({ size: '201' }).success).toBe(false)
  expect(query.safeParse({ size: '0' }).success).toBe(false)
})
