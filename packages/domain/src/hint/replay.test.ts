import { expect, test } from 'vitest'
import { type CameraFragment, replayLimits, replaysIn } from './replay.ts'

const K = replayLimits.consecutive
const fragment = (session: string, seq: number, over: Partial<CameraFragment> = {}): CameraFragment => ({
  session,
  track: 'cam',
  seq,
  digest: `${session} ${seq}`,
  bytes: 90_000,
  from: seq * 2_000,
  to: seq * 2_000 + 2_000,
  acceptedAt: seq * 2_000 + 2_100,
  ...over,
})
const take = (session: string, from: number, many: number, over: Partial<CameraFragment> = {}) =>
  Array.from({ length: many }, (_, i) => fragment(session, from + i, over))
/** The bytes of the other's fragments `first`…, played back from `seq` on a day later. */
const DAY = 86_400_000
const played = (seq: number, many: number, first = 0, over: Partial<CameraFragment> = {}) =>
  Array.from({ length: many }, (_, i) =>
    fragment('b', seq + i, {
      digest: `a ${first + i}`,
      acceptedAt: DAY + (seq + i) * 2_000,
      ...over,
    }),
  )
const other = take('a', 0, 60)

test('two honest cameras make no hint', () => {
  expect(replaysIn(take('b', 0, 60), other)).toEqual([])
})

test('a row of fragments that another recording had first is one interval with both its places', () => {
  const own = [...take('b', 0, 5), ...played(5, 20, 30), ...take('b', 25, 5)]
  expect(replaysIn(own, other)).toEqual([
    {
      track: 'cam',
      seq: 5,
      from: 10_000,
      to: 50_000,
      fragments: 20,
      of: { session: 'a', from: 60_000, to: 100_000 },
    },
  ])
})

test('exactly the least row is enough, one less is chance', () => {
  expect(replaysIn(played(0, K), other)).toHaveLength(1)
  expect(replaysIn(played(0, K - 1), other)).toEqual([])
})

test('a row that one other fragment breaks is two rows, each judged for itself', () => {
  const own = [...played(0, K - 1), fragment('b', K - 1), ...played(K, K - 1, K)]
  expect(replaysIn(own, other)).toEqual([])
})

test('black and silent fragments may be equal: what is too small is no copy', () => {
  const small = { bytes: replayLimits.smallest - 1 }
  expect(replaysIn(played(0, 30, 0, small), take('a', 0, 60, small))).toEqual([])
  const enough = { bytes: replayLimits.smallest }
  expect(replaysIn(played(0, 30, 0, enough), take('a', 0, 60, enough))).toHaveLength(1)
})

test('who was accepted first is nobody’s copy', () => {
  expect(replaysIn(other, played(0, 30))).toEqual([])
})

test('a loop of one’s own recording is found where it begins to repeat', () => {
  const loop = [0, 1, 2].flatMap((round) =>
    Array.from({ length: K }, (_, i) => fragment('b', round * K + i, { digest: `loop ${i}` })),
  )
  expect(replaysIn(loop, [])).toEqual([
    {
      track: 'cam',
      seq: K,
      from: K * 2_000,
      to: K * 3 * 2_000,
      fragments: 2 * K,
      of: { session: 'b', from: 0, to: K * 2_000 },
    },
  ])
})

test('a picture that stands still to the bit is the same thing; the order in which fragments are given changes nothing', () => {
  const still = take('b', 0, K + 1, { digest: 'still' })
  const found = replaysIn(still, [])
  expect(found).toMatchObject([{ from: 2_000, fragments: K, of: { session: 'b', from: 0, to: 2_000 } }])
  expect(replaysIn([...still].reverse(), [])).toEqual(found)
})

test('of three that have the same bytes the first is the source of both', () => {
  const own = played(0, K).map((one) => ({ ...one, session: 'c', acceptedAt: one.acceptedAt + DAY }))
  expect(replaysIn(own, [...played(0, K), ...other])).toMatchObject([{ of: { session: 'a' } }])
})
