import { expect, test } from 'vitest'
import { LapWatch } from './lap.ts'
import { LIGHT_HEIGHT, LIGHT_WIDTH } from './light.ts'

const picture = (of: (x: number, y: number) => number) =>
  Float32Array.from({ length: LIGHT_WIDTH * LIGHT_HEIGHT }, (_, i) =>
    of((i % LIGHT_WIDTH) / LIGHT_WIDTH, Math.floor(i / LIGHT_WIDTH) / LIGHT_HEIGHT),
  )
const suit = (x: number) => 60 + 10 * x
const calm = picture(suit)
const page = (from: number) =>
  picture((x, y) => (x > from && x < from + 0.3 && y > 0.6 && y < 0.95 ? 220 : suit(x)))

/** When it said yes, in half seconds. */
const yeses = (watch: LapWatch, pictures: readonly Float32Array[], from = 0) =>
  pictures.flatMap((luma, i) => (watch.sees(luma, (from + i) * 500) ? [from + i] : []))

test('a page taken up is a reason to look at its second picture, once, and so is one that is put away', () => {
  const story = [calm, calm, page(0.3), page(0.3), page(0.3), page(0.3), calm, calm, calm]
  expect(yeses(new LapWatch(), story)).toEqual([3, 7])
})

test('a shadow of one picture, a cloud before the sun and what happens beside the lap are none', () => {
  const darker = calm.map((value) => value - 40)
  const beside = picture((x, y) => (y < 0.45 || x < 0.2 ? 230 : suit(x)))
  expect(yeses(new LapWatch(), [calm, page(0.3), calm, darker, darker, darker, beside, beside])).toEqual([])
})

test('who never sits still costs two looks and then four in a minute', () => {
  const restless = Array.from({ length: 240 }, (_, i) => page(i % 6 < 3 ? 0.28 : 0.42))
  const many = yeses(new LapWatch(), restless).length
  expect(many).toBeGreaterThan(4)
  expect(many).toBeLessThanOrEqual(2 + 8)
})
