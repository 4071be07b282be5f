import { expect, test } from 'vitest'
import { type Accepted, clockShift, missing } from './manifest.ts'
import { metaOf } from './meta.ts'
import { KIND, type RecordHeader } from './record.ts'

const media = (wallMs: number, srvMs: number): Accepted => {
  const hash = new Uint8Array(32)
  const header: RecordHeader = {
    kind: KIND.media,
    flags: 1,
    epoch: 0,
    seq: 1,
    wallMs,
    mediaTs: 0,
    dur: 2,
    payloadLen: 1,
    track: 1,
    format: 1,
    sha256: hash,
    prev: hash,
    monoMs: 0.6,
  }
  return { header, meta: metaOf(header, hash, { sid: 'ses_a', tid: 'cam', n: 0, srvMs }) }
}

for (const [what, records, shift] of [
  ['nothing recorded', [], 0],
  ['a clock that is right and a network that is quick', [media(0, 2100), media(2000, 4050)], 0],
  ['a clock that is right and a network that is slow', [media(0, 4900), media(2000, 6800)], 0],
  ['a clock that is an hour behind', [media(0, 3_602_400), media(2000, 3_604_100)], 3_600_100],
  ['a clock that is ahead', [media(9000, 1100), media(11_000, 3050)], -9950],
  ['one record live, the rest an hour late', [media(0, 2100), media(2000, 3_604_000)], 0],
] as const)
  test(`ING-41 ${what}: the client's clock is moved by ${shift} ms`, () =>
    expect(clockShift(records)).toBe(shift))

test('ING-41 sequence numbers that never came', () => {
  expect(missing([])).toEqual([])
  expect(missing([0, 1, 2])).toEqual([])
  expect(missing([2, 3, 7])).toEqual([
    [0, 1],
    [4, 6],
  ])
})

test('ING-23 lateness is what the record waited after its last sample, never negative', () => {
  expect(media(1000.4, 3500).meta).toMatchObject({ cli_ms: 1000, mono_ms: 1, late_ms: 500 })
  expect(media(1000, 2500).meta.late_ms).toBe(0)
})
