import { expect, test } from 'vitest'
import { lightFault, sampleLight } from './light.ts'

/** A picture 20 by 10 whose brightness is told by the place. */
const picture = (luma: (x: number, y: number) => number) =>
  sampleLight(
    Array.from({ length: 20 * 10 * 4 }, (_, i) => {
      const pixel = Math.floor(i / 4)
      return i % 4 === 3 ? 255 : luma(pixel % 20, Math.floor(pixel / 20))
    }),
    20,
    10,
  )

for (const [what, luma, fault] of [
  ['an even room', () => 120, null],
  ['a covered lens', () => 2, 'black'],
  ['a dark room', () => 30, 'dark'],
  ['a lamp into the lens', () => 250, 'glare'],
  ['a window behind', (x: number) => (x < 4 || x > 15 ? 220 : 60), 'backlight'],
  ['a lamp from one side', (x: number) => (x < 10 ? 60 : 180), 'uneven'],
] as const)
  test(`${what}: ${fault ?? 'fine'}`, () => expect(lightFault(picture(luma))).toBe(fault))
