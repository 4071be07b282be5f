import { expect, test } from 'vitest'
import { isBlackScreen, lookAtScreen, nothingShown } from './screen-picture.ts'

const black = new Uint8ClampedArray(48 * 27 * 4).map((_, i) => (i % 4 === 3 ? 255 : 6))
const withPointer = black.map((value, i) => (i === 400 ? 200 : value))
const after = (...looks: readonly (Uint8ClampedArray | null)[]) =>
  isBlackScreen(looks.reduce(lookAtScreen, nothingShown))

test('R4-4.5.1d a shared screen that stays black is no video of the screen; one that blinks, sleeps for a look or shows a pointer is', () => {
  expect(after(black, black, black, black)).toBe(true)
  expect(after(black, black, black)).toBe(false)
  expect(after(black, black, black, withPointer, black)).toBe(false)
  expect(after(withPointer, withPointer, withPointer, withPointer)).toBe(false)
})

test('where no picture could be taken nothing is said of it', () => {
  expect(after(null, null, null, null, null)).toBe(false)
  expect(after(black, black, null, black, black)).toBe(true)
})
