import { expect, test } from 'vitest'
import { moment } from './moment.ts'

const now = new Date('2026-12-31T22:30:00Z')

test('the year is said when it is not the one of today in that zone', () => {
  expect(moment('2026-11-21T07:00:00Z', 'UTC', 'ru', now)).toBe('21 ноября в 10:00'.replace('10', '07'))
  expect(moment('2025-11-21T07:00:00Z', 'UTC', 'ru', now)).toContain('2025')
  expect(moment('2025-11-21T07:00:00Z', 'UTC', 'en', now)).toContain('2025')
  // In Moscow it is 2027 already.
  expect(moment('2026-11-21T07:00:00Z', 'Europe/Moscow', 'ru', now)).toContain('2026')
  expect(moment('2027-01-01T07:00:00Z', 'Europe/Moscow', 'ru', now)).not.toContain('2027')
})
