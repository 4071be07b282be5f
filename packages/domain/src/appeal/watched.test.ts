import { expect, test } from 'vitest'
import { canBeWatched, type Piece, unwatched } from './watched.ts'

/** Two seconds each, ten of them, of the camera and of the screen. */
const pieces: readonly Piece[] = ['cam', 'screen'].flatMap((tid) =>
  Array.from({ length: 10 }, (_, seq) => ({ tid, seq, from: seq * 2000, to: seq * 2000 + 2000 })),
)
const cited = { from: 4_000, to: 9_000 }
const left = (shown: readonly { tid: string; from: number; to: number }[], span = cited) =>
  unwatched([span], pieces, shown).length

test('T-19 a cited time was looked at where all of it was shown on one of the tracks', () => {
  expect(left([{ tid: 'cam', from: 2, to: 4 }])).toBe(0)
  expect(left([{ tid: 'screen', from: 0, to: 9 }])).toBe(0)
  expect(left([{ tid: 'cam', from: 2, to: 3 }]), 'the piece at the edge may be missed').toBe(0)
  expect(left([{ tid: 'cam', from: 2, to: 2 }])).toBe(1)
  expect(left([{ tid: 'cam', from: 5, to: 9 }])).toBe(1)
  expect(
    left([
      { tid: 'cam', from: 2, to: 2 },
      { tid: 'screen', from: 3, to: 3 },
    ]),
    'half of it on one track and half on another',
  ).toBe(1)
})

test('T-19 a moment was looked at where the piece it lies in was shown', () => {
  const moment = { from: 5_000, to: 5_000 }
  expect(left([{ tid: 'cam', from: 2, to: 2 }], moment)).toBe(0)
  expect(left([{ tid: 'cam', from: 3, to: 9 }], moment)).toBe(1)
})

test('T-19 a time in which nothing was recorded can not be looked at, but somebody looked', () => {
  const gap = { from: 30_000, to: 40_000 }
  expect(left([{ tid: 'cam', from: 0, to: 0 }], gap)).toBe(0)
  expect(left([], gap)).toBe(1)
})

test('T-19 SM-6 a verdict waits for nobody to look where nothing came, or it is closed or destroyed', () => {
  const all = { mayUse: true, blocked: false, pieces, shown: [] }
  expect(canBeWatched(all)).toBe(true)
  expect(canBeWatched({ ...all, pieces: [] })).toBe(false)
  expect(canBeWatched({ ...all, blocked: true })).toBe(false)
  expect(canBeWatched({ ...all, shown: null })).toBe(false)
  expect(canBeWatched({ ...all, mayUse: false })).toBe(false)
})
