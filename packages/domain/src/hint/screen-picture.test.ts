import { expect, test } from 'vitest'
import {
  isBlackScreen,
  isFrozenShare,
  lookAtScreen,
  lookForStill,
  neverStill,
  nothingShown,
} from './screen-picture.ts'

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

const LOOK = 2_500
const shown = (pixel: number) => withPointer.map((value, i) => (i === 404 ? pixel : value))
/** Looks one after the other: what is on the screen, and whether something was pressed in the page before it. */
const watched = (...looks: readonly (readonly [Uint8ClampedArray | null, boolean])[]) =>
  isFrozenShare(
    looks.reduce((still, [pixels, acted], i) => lookForStill(still, pixels, acted, i * LOOK), neverStill),
  )
const times = <T>(many: number, one: T): readonly T[] => Array.from({ length: many }, () => one)

test('R4-4.5.1d a shared screen without one changed pixel while its page is worked in is no video of the screen', () => {
  expect(watched(...times(9, [shown(9), true] as const))).toBe(true)
  expect(watched(...times(8, [shown(9), true] as const)), 'not twenty seconds yet').toBe(false)
})

test('who reads and presses nothing is left alone, and one changed pixel is a living screen', () => {
  expect(watched(...times(40, [shown(9), false] as const))).toBe(false)
  expect(watched(...times(2, [shown(9), true] as const), ...times(40, [shown(9), false] as const))).toBe(
    false,
  )
  const ticking = Array.from({ length: 40 }, (_, i) => [shown(i % 2 ? 9 : 11), true] as const)
  expect(watched(...ticking)).toBe(false)
})

test('where the page is not in front of the only monitor nothing is said, and watching begins anew', () => {
  const stands = [shown(9), true] as const
  expect(watched(...times(40, [null, true] as const))).toBe(false)
  expect(watched(...times(8, stands), [null, true], ...times(8, stands))).toBe(false)
})
