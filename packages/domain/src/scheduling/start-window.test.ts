import { expect, test } from 'vitest'
import { instant, minutes } from '../time.ts'
import { grownWindow, isWrongWindow } from './start-window.ts'

const at = (hour: number) => instant(`2026-12-01T${String(hour).padStart(2, '0')}:00:00Z`)
const window = (from: number, until: number) => ({ opensAt: at(from), closesAt: at(until) })

test('a start window that ends before it begins, is over, or lasts more than sixty days is a slip', () => {
  expect(isWrongWindow(window(6, 8), at(5))).toBe(false)
  expect(isWrongWindow(window(6, 8), at(7)), 'it may have begun').toBe(false)
  expect(isWrongWindow(window(8, 6), at(5))).toBe(true)
  expect(isWrongWindow(window(6, 6), at(5))).toBe(true)
  expect(isWrongWindow(window(6, 8), at(8))).toBe(true)
  const days = (n: number) => ({ opensAt: at(6), closesAt: at(6).add({ hours: 24 * n }) })
  expect(isWrongWindow(days(60), at(5))).toBe(false)
  expect(isWrongWindow({ ...days(60), closesAt: days(60).closesAt.add(minutes(1)) }, at(5))).toBe(true)
})

test('a window grows to hold another one, and only as far as it must', () => {
  expect(grownWindow(window(6, 8), window(6, 7))).toBeNull()
  expect(grownWindow(window(6, 8), window(7, 9))).toEqual(window(6, 9))
  expect(grownWindow(window(6, 8), window(5, 7))).toEqual(window(5, 8))
})
