import { expect, test } from 'vitest'
import { afterKeys } from './pages.ts'

test('rows after a place: each key decides only where those before it are the same', () => {
  const by = [
    { sql: 'k.exam_now', as: 'boolean', down: true },
    { sql: 'k.opened_at', as: 'timestamptz' },
    { sql: 'k.id', as: 'text' },
  ] as const
  expect(afterKeys(by, 3)).toBe(
    '((k.exam_now < $3::boolean) or (k.exam_now = $3::boolean and k.opened_at > $4::timestamptz) or ' +
      '(k.exam_now = $3::boolean and k.opened_at = $4::timestamptz and k.id > $5::text))',
  )
})
