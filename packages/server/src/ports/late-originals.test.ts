import { expect, test } from 'vitest'
import { foremost } from './late-originals.ts'

test('TR-11 of two exams the one that still waits for a decision is shown, whichever is nearer', () => {
  const yes = { admit: true, reason: 'Почта', by: 'Орлова', at: '2026-06-01T00:00:00Z' }
  const late = (exam: string, decision: typeof yes | null) => ({ exam, original: { decision } })
  expect(foremost([late('a', yes), late('b', null)])?.exam).toBe('b')
  expect(foremost([late('a', null), late('b', null)])?.exam).toBe('a')
  expect(foremost([late('a', yes), late('b', yes)])?.exam).toBe('a')
  expect(foremost([])).toBeNull()
})
