import { expect, test } from 'vitest'
import { Heights } from './heights.ts'

test('rows that were never drawn are as high as the middle of those that were; once enough are known the guess stays', () => {
  const heights = new Heights()
  expect(heights.usual).toBeNull()
  heights.set('a', 40)
  heights.set('b', 60)
  expect(heights.usual).toBe(50)
  for (let row = 0; row < 58; row++) heights.set(`row ${row}`, 50)
  expect(heights.usual).toBe(50)
  for (let row = 0; row < 500; row++) heights.set(`high ${row}`, 90)
  expect([heights.usual, heights.get('high 7')]).toEqual([50, 90])
})

test('another width makes every row unknown again', () => {
  const heights = new Heights()
  for (let row = 0; row < 70; row++) heights.set(`${row}`, 50)
  expect(heights.usual).toBe(50)
  heights.clear()
  expect([heights.usual, heights.get('7')]).toEqual([null, undefined])
  heights.set('7', 120)
  expect(heights.usual).toBe(120)
})
