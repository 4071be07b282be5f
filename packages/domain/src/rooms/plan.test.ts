import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { hoursOf, problemOfPlan, type RoomLimits, roomKinds, stateOf } from './plan.ts'

const limits: RoomLimits = { capacity: 30, longestMinutes: 240, earlyMinutes: 15, overrunMinutes: 60 }
const now = instant('2026-09-01T08:00:00Z')
const startsAt = instant('2026-09-01T09:00:00Z')
const problem = (people: number, minutes = 45, at = startsAt) =>
  problemOfPlan({ startsAt: at, minutes, people }, limits, now)

test('R0-3.1a lessons, consultations, webinars and others are held', () =>
  expect(roomKinds).toEqual(['lesson', 'consultation', 'webinar', 'other']))

test('R2-9b a room of exactly the group is enough, one person more is not', () => {
  expect(problem(30)).toBeNull()
  expect(problem(31)).toBe('room_too_small')
  expect(problem(1)).toBe('room_for_nobody')
})

test('R2-9a TR-67 a room lasts as long as the lesson and may run over; only beyond the limit of the installation it is refused', () => {
  expect(problem(10, 240)).toBeNull()
  expect(problem(10, 241)).toBe('room_too_long')
  expect(problem(10, 45, instant('2026-09-01T07:00:00Z'))).toBe('room_in_past')
  const room = { hours: hoursOf({ startsAt, minutes: 90 }, limits), endedAt: null, cancelledAt: null }
  const at = (iso: string) => stateOf(room, instant(iso))
  expect(at('2026-09-01T08:44:59Z')).toBe('planned')
  expect(at('2026-09-01T08:45:00Z')).toBe('open')
  // Planned until 10:30; nobody is cut off when it takes longer.
  expect(at('2026-09-01T10:31:00Z')).toBe('open')
  expect(at('2026-09-01T11:30:00Z')).toBe('over')
  expect(stateOf({ ...room, endedAt: now }, startsAt)).toBe('over')
  expect(stateOf({ ...room, endedAt: now, cancelledAt: now }, startsAt)).toBe('cancelled')
})
