import { expect, test } from 'vitest'
import { lightFault } from '../equipment/light.ts'
import { during, settingsOf } from './samples.ts'
import { nothingWatched, watcher } from './watch.ts'
import { judgePicture, type Luma, lookAt } from './picture.ts'

const [width, height] = [64, 48]
const frame = (at: (x: number, y: number) => number): Luma => ({
  width,
  height,
  points: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
})
/** Noise that repeats itself from run to run. */
const grain = (x: number, y: number, turn = 0) => ((x * 7919 + y * 104_729 + turn * 31) % 17) - 8
const inMiddle = (x: number) => x >= width * 0.3 && x < width * 0.7
const room = (turn = 0) => frame((x, y) => (inMiddle(x) ? 120 : 90) + ((x + y) % 9) * 6 + grain(x, y, turn))
const judged = (now: Luma, before: Luma | null = null, usual: Luma | null = null) =>
  judgePicture(lookAt(now, before), usual && lookAt(usual, null))

const nothingWrong = {
  cover: 'none',
  dark: false,
  frozen: false,
  backlight: false,
  uneven: false,
  lightMoved: false,
}

test('R0-2.2.3b an ordinary room gives no hint, whatever the noise of the camera', () => {
  expect(judged(room(1), room(0))).toEqual(nothingWrong)
  expect(judged(room(1), room(0), room(2))).toEqual(nothingWrong)
})

const dim = frame((x, y) => 22 + ((x + y) % 9) * 3 + grain(x, y) / 4)

for (const [id, act] of [
  ['R1-4.1g', '001'],
  ['R3-4.2.1.2', '003'],
  ['R4-6.3.1b', '004'],
] as const)
  test(`${id} a dark room is told before the start and is a hint of its own code during the session`, () => {
    const facts = lookAt(dim, null)
    const { middle, left, right } = facts
    const before = { mean: facts.mean, middle, edges: facts.around, left, right }
    expect(lightFault(before)).toBe('dark')
    expect(judged(dim)).toEqual({ ...nothingWrong, dark: true })
    const { feed, hints } = watcher(settingsOf(act))
    const dark = during('picture', judged(dim), 2_000, 40_000)
    expect(hints(feed(nothingWatched, dark))).toMatchObject([
      { code: 'insufficient_lighting', from: 2_000, to: 40_000 },
    ])
    expect(hints(feed(nothingWatched, during('picture', judged(room()), 2_000, 40_000)))).toEqual([])
  })

test('a lens that a finger covers is one even surface, not a dark room and not a frozen picture', () => {
  const finger = frame((x, y) => 8 + (grain(x, y) > 6 ? 1 : 0))
  expect(judged(finger, finger)).toMatchObject({ cover: 'whole', frozen: false })
  const bright = frame(() => 230)
  expect(judged(bright).cover).toBe('none')
})

test('a lens covered in part leaves the rest of the room', () => {
  const half = frame((x, y) => (x < 36 ? 4 : 110 + ((x + y) % 9) * 6 + grain(x, y)))
  expect(judged(half).cover).toBe('part')
  expect(judged(half, null, half).cover).toBe('none')
})

test('R4-6.3.4 R1-4.1k the same frame again and again stands still; a camera that lives makes noise', () => {
  expect(judged(room(0), room(0)).frozen).toBe(true)
  expect(judged(room(1), room(0)).frozen).toBe(false)
  expect(judged(room(0), null).frozen).toBe(false)
})

test('a window behind a person is against the light; the same window at the check is how the room is', () => {
  const against = frame((x, y) => (inMiddle(x) && y > 9 ? 40 + grain(x, y) : 253))
  expect(judged(against).backlight).toBe(true)
  expect(judged(against, null, against).backlight).toBe(false)
})

test('light from one side alone, and a lamp moved to the other, are told apart by the picture of the check', () => {
  const lamp = (side: 'left' | 'right') =>
    frame((x, y) => ((side === 'left') === x < width / 2 ? 200 : 60) + grain(x, y))
  expect(judged(lamp('left')).uneven).toBe(true)
  expect(judged(lamp('left'), null, lamp('left'))).toMatchObject({ uneven: false, lightMoved: false })
  expect(judged(lamp('right'), null, lamp('left')).lightMoved).toBe(true)
})
