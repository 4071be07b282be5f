import { expect, test } from 'vitest'
import { postsOf } from './posts.ts'

test('R4-3.10 R4-A4.19 the deputy director speaks as such without being an administrator, and only while a methodist', () => {
  expect(postsOf(['methodist'], true)).toEqual(['programme_manager', 'deputy_director'])
  expect(postsOf(['methodist'], false)).toEqual(['programme_manager'])
  expect(postsOf(['teacher'], true)).toEqual(['teacher'])
  expect(postsOf(['admin', 'methodist'], true)).toEqual(['director', 'deputy_director', 'programme_manager'])
})
