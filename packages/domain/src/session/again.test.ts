import { expect, test } from 'vitest'
import type { AccountId, SessionId } from '../ids.ts'
import { instant } from '../time.ts'
import { hasBegun, isOver, latestOnly } from './again.ts'
import type { SessionState } from './session.ts'

const at = (hour: number) => instant(`2026-12-01T${String(hour).padStart(2, '0')}:00:00Z`)
const session = (id: string, state: SessionState, closes: number, ended: number | null = null) => ({
  id: id as SessionId,
  examinee: 'acc_orlov' as AccountId,
  state,
  closesAt: at(closes),
  authorizedAt: ended === null ? null : at(ended - 1),
  deauthorizedAt: ended === null ? null : at(ended),
})

test('who is still to come and who did not come have not begun; who was let in has', () => {
  expect(hasBegun(session('a', 'admitted', 8))).toBe(false)
  expect(hasBegun(session('a', 'expired_not_started', 8))).toBe(false)
  expect(hasBegun(session('a', 'deauthorized', 8, 9))).toBe(true)
  expect(hasBegun(session('a', 'in_progress', 8))).toBe(true)
  expect(isOver(session('a', 'admitted', 8))).toBe(false)
  expect(isOver(session('a', 'expired_not_started', 8))).toBe(true)
  expect(isOver(session('a', 'deauthorized', 8, 9))).toBe(true)
})

test('of a person who missed one date and was given another only the other one counts', () => {
  const [missed, ahead] = [session('a', 'expired_not_started', 8), session('b', 'admitted', 12)]
  const stranger = { ...session('c', 'expired_not_started', 8), examinee: 'acc_serova' as AccountId }
  expect(latestOnly([missed, ahead, stranger], [missed, ahead, stranger])).toEqual([ahead, stranger])
  const finished = session('d', 'deauthorized', 12, 13)
  expect(latestOnly([missed], [missed, finished]), 'who has finished elsewhere since').toEqual([])
})
