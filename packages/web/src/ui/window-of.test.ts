import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Piece, samePieces, windowOf } from './window-of.ts'

const list = {
  count: 5_000,
  height: () => undefined,
  usual: 50,
  top: 0,
  view: 500,
  around: 100,
  kept: new Set<number>(),
}
const rowsOf = (pieces: readonly Piece[]) => pieces.flatMap((piece) => ('row' in piece ? [piece.row] : []))
const heightOf = (pieces: readonly Piece[], high: (row: number) => number) =>
  pieces.reduce((sum, piece) => sum + ('row' in piece ? high(piece.row) : piece.gap), 0)

test('of 5,000 rows only those in sight and around it are drawn', () => {
  expect(rowsOf(windowOf(list))).toEqual([...Array(12).keys()])
  const far = windowOf({ ...list, top: 100_000 })
  expect(rowsOf(far)).toEqual(Array.from({ length: 14 }, (_, i) => 1_998 + i))
  expect(far[0]).toEqual({ gap: 1_998 * 50 })
  expect(far.at(-1)).toEqual({ gap: (5_000 - 2_012) * 50 })
})

test('a row one has been at work in is drawn wherever it is', () => {
  expect(rowsOf(windowOf({ ...list, top: 100_000, kept: new Set([3]) }))[0]).toBe(3)
  expect(rowsOf(windowOf({ ...list, kept: new Set([4_999]) })).at(-1)).toBe(4_999)
})

test('a list above or below the window draws nothing, an empty one has no room', () => {
  expect(windowOf({ ...list, count: 10, top: -2_000 })).toEqual([{ gap: 500 }])
  expect(windowOf({ ...list, count: 0 })).toEqual([])
})

test('whatever the heights: rows come once and in order, the list keeps its height, and what is in sight is drawn', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 20, max: 300 }), { nil: undefined }), { maxLength: 200 }),
      fc.integer({ min: -1_000, max: 40_000 }),
      fc.array(fc.nat(199), { maxLength: 3 }),
      (heights, top, kept) => {
        const high = (row: number) => heights[row] ?? 60
        const pieces = windowOf({
          count: heights.length,
          height: (row) => heights[row],
          usual: 60,
          top,
          view: 700,
          around: 200,
          kept: new Set(kept),
        })
        const rows = rowsOf(pieces)
        expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b))
        expect(heightOf(pieces, high)).toBe(heights.reduce<number>((sum, _, row) => sum + high(row), 0))
        let at = 0
        for (let row = 0; row < heights.length; row++) {
          if (at + high(row) > top && at < top + 700) expect(rows).toContain(row)
          at += high(row)
        }
      },
    ),
  )
})

test('the same pieces are known as the same', () => {
  expect(samePieces([{ gap: 10 }, { row: 1 }], [{ gap: 10 }, { row: 1 }])).toBe(true)
  expect(samePieces([{ gap: 10 }, { row: 1 }], [{ row: 1 }, { gap: 10 }])).toBe(false)
  expect(samePieces([{ row: 1 }], [{ row: 1 }, { row: 2 }])).toBe(false)
})

test('a little more or less room below the last row is no reason to draw the list again; much is, and any above the first', () => {
  const pieces = (above: number, below: number): Piece[] => [{ gap: above }, { row: 1 }, { gap: below }]
  expect(samePieces(pieces(10, 1_000), pieces(10, 1_100))).toBe(true)
  expect(samePieces(pieces(10, 1_000), pieces(10, 6_000))).toBe(false)
  expect(samePieces(pieces(10, 1_000), pieces(11, 1_000))).toBe(false)
})
