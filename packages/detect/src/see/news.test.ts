import { expect, test } from 'vitest'
import { LIGHT_HEIGHT, LIGHT_WIDTH } from './light.ts'
import { NewsWatch } from './news.ts'

const picture = (of: (x: number, y: number) => number) =>
  Float32Array.from({ length: LIGHT_WIDTH * LIGHT_HEIGHT }, (_, i) =>
    of(i % LIGHT_WIDTH, Math.floor(i / LIGHT_WIDTH)),
  )
/** A lighter head before a wall, over a dark suit. */
const person = (x: number, y: number) => (y > 30 ? 50 : Math.hypot(x - 32, y - 18) < 10 ? 170 : 120)
const calm = picture(person)
/** As a telephone a hand's breadth from the face shows itself: 55 by 110 of 640 by 480. */
const telephone = (left: number, top: number, shade = 15) =>
  picture((x, y) => (x >= left && x < left + 6 && y >= top && y < top + 11 ? shade : person(x, y)))
const isNews = (first: Float32Array, second: Float32Array) => {
  const watch = new NewsWatch()
  watch.sees(first)
  return watch.sees(second)
}

test('a telephone held up is news wherever it is held, and so is one that is put away', () => {
  for (const left of [2, 13, 21, 29, 37, 45, 54]) {
    for (const top of [3, 12, 18]) {
      expect(isNews(calm, telephone(left, top)), `${left} ${top}`).toBe(true)
      expect(isNews(telephone(left, top), calm), `${left} ${top}`).toBe(true)
    }
    expect(isNews(calm, telephone(left, 34, 140)), `lit, before the suit ${left}`).toBe(true)
  }
})

test('a cloud before the sun, the grain of a camera and a head that sways a little are none', () => {
  expect(
    isNews(
      calm,
      calm.map((value) => value - 40),
    ),
  ).toBe(false)
  expect(
    isNews(
      calm,
      calm.map((value, i) => value + ((i * 7919) % 13) - 6),
    ),
  ).toBe(false)
  const swayed = picture((x, y) => person(x - 1, y))
  expect(isNews(calm, swayed)).toBe(false)
})

test('what was looked at is no news any more, and what was not stays news', () => {
  const watch = new NewsWatch()
  const shown = telephone(40, 12)
  expect([calm, shown, shown].map((luma) => watch.sees(luma))).toEqual([false, true, true])
  watch.looked()
  expect([shown, calm].map((luma) => watch.sees(luma))).toEqual([false, true])
})
