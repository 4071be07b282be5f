import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WallClock } from './wall-clock.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

test('the wall shows the time of the server, whatever this machine thinks', () => {
  const clock = new WallClock(5_000_000)
  expect(clock.nowMs()).toBe(5_000_000)
  vi.advanceTimersByTime(2_500)
  expect(clock.nowMs()).toBe(5_002_500)
})

test('between two seconds nothing is drawn anew, and everybody is told of the same second', () => {
  const clock = new WallClock(5_000_000)
  const seen: number[] = []
  const leave = [1, 2].map(() => clock.subscribe(() => seen.push(clock.shownMs())))
  vi.advanceTimersByTime(999)
  expect(clock.shownMs()).toBe(5_000_000)
  vi.advanceTimersByTime(1)
  expect(seen).toEqual([5_001_000, 5_001_000])
  for (const one of leave) one()
  vi.advanceTimersByTime(5_000)
  expect(seen).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})

test('a later word of the server moves the clock from the next second on', () => {
  const clock = new WallClock(5_000_000)
  clock.subscribe(() => undefined)
  clock.set(6_000_000)
  expect(clock.shownMs()).toBe(5_000_000)
  vi.advanceTimersByTime(1_000)
  expect(clock.shownMs()).toBe(6_001_000)
})
