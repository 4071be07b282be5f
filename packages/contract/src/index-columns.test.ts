import { expect, test } from 'vitest'
import { type Fragment, packIndex, unpackIndex } from './index-columns.ts'

test('the index survives packing: a missing seq, a new epoch, a gap in time, a fragment accepted late', () => {
  const fragments: Fragment[] = [
    { seq: 1, epoch: 0, atMs: 0, durMs: 2000, bytes: 50_000, srvMs: 1_700_000_000_100 },
    { seq: 2, epoch: 0, atMs: 2000, durMs: 2000, bytes: 61_000, srvMs: 1_700_000_002_100 },
    { seq: 9, epoch: 3, atMs: 61_500, durMs: 1900, bytes: 7, srvMs: 1_700_000_001_000 },
  ]
  expect(unpackIndex(packIndex(fragments))).toEqual(fragments)
})

test('three hours of two-second fragments take less than 150 kB', () => {
  const fragments = Array.from({ length: 5400 }, (_, i) => ({
    seq: i + 1,
    epoch: 0,
    atMs: i * 2000,
    durMs: 2000,
    bytes: 60_000 + ((i * 37) % 900),
    srvMs: 1_700_000_000_000 + i * 2000,
  }))
  expect(JSON.stringify(packIndex(fragments)).length).toBeLessThan(150_000)
})
