import { expect, test } from 'vitest'
import type { PlayerState } from '../../player/player-state.ts'
import { pictureOf } from './tile-picture.ts'

const live: PlayerState = {
  ...{ mode: 'live', atMs: 10_000, edgeMs: 10_400, playing: true, waiting: false, failing: false },
  ...{ missing: [], speed: 1, sound: false },
}

test('a live picture that only goes on is nothing new for the tile', () => {
  const first = pictureOf(live, null)
  expect(first).toEqual({ agoS: null, playing: true, sound: false, shows: true })
  expect(pictureOf({ ...live, atMs: 70_000, edgeMs: 70_400 }, first)).toBe(first)
})

test('sound, a stop and the first picture are new', () => {
  const first = pictureOf({ ...live, atMs: 0, edgeMs: 0 }, null)
  expect(first?.shows).toBe(false)
  expect(pictureOf(live, first)).toMatchObject({ shows: true })
  expect(pictureOf({ ...live, sound: true }, pictureOf(live, null))).toMatchObject({ sound: true })
  expect(pictureOf({ ...live, playing: false }, pictureOf(live, null))).toMatchObject({ playing: false })
})

test('a rewound picture says how far back it is, a second at a time', () => {
  const back = { ...live, mode: 'replay' as const, atMs: 10_000, edgeMs: 40_300 }
  const first = pictureOf(back, null)
  expect(first?.agoS).toBe(30)
  expect(pictureOf({ ...back, atMs: 10_250, edgeMs: 40_500 }, first)).toBe(first)
  expect(pictureOf({ ...back, edgeMs: 41_300 }, first)).toMatchObject({ agoS: 31 })
  expect(pictureOf(null, first)).toBeNull()
})
