import { coverage } from '@ochno/domain/recording/coverage'
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

const anyWindow = { from: 0, to: 4000 }
for (const [what, records, shift] of [
  ['nothing recorded', [], 0],
  ['a clock that is right and a network that is quick', [media(0, 2100), media(2000, 4050)], 0],
  ['a clock that is right and a network that is slow', [media(0, 4900), media(2000, 6800)], 0],
  ['a clock that is an hour behind', [media(0, 3_602_400), media(2000, 3_604_100)], 3_600_100],
  ['a clock that is ahead', [media(9000, 1100), media(11_000, 3050)], -9950],
  ['one record live, the rest an hour late', [media(0, 2100), media(2000, 3_604_000)], 0],
] as const)
  test(`ING-41 EVD-14 ${what}: the client's clock is moved by ${shift} ms`, () =>
    expect(clockShift(anyWindow, [records])).toBe(shift))

/** Two-second records one after the other, by a clock that is `behind`, each received `late` after its end. */
const taken = (fromMs: number, toMs: number, behind: number, late: number): Accepted[] =>
  Array.from({ length: (toMs - fromMs) / 2000 }, (_, i) =>
    media(fromMs + i * 2000 - behind, fromMs + (i + 1) * 2000 + late),
  )

for (const [what, window, tracks, holes] of [
  ['a clock 1.5 s behind is no hole at the end', [0, 20_000], [taken(0, 20_000, 1500, 300)], []],
  [
    'a clock 2.6 s behind is no hole on either track',
    [0, 20_000],
    [taken(0, 20_000, 2600, 300), taken(0, 20_000, 2600, 200)],
    [],
  ],
  [
    'a slow network and a right clock make no hole at the start',
    [0, 20_000],
    [taken(0, 20_000, 0, 2900)],
    [],
  ],
  [
    'who began before the window and stopped 8 s early is short of the 8 s less what the clock may explain',
    [0, 20_000],
    [taken(-4000, 12_000, 0, 1000)],
    [[13_000, 20_000]],
  ],
  [
    'who stopped 4 s early by a right clock and a quick network has his hole',
    [0, 20_000],
    [taken(0, 16_000, 0, 100)],
    [[16_000, 20_000]],
  ],
  ['who began 4 s late has his hole', [0, 20_000], [taken(4000, 20_000, 0, 200)], [[0, 4000]]],
] as const)
  test(`EVD-14 ${what}`, () => {
    const span = { from: window[0], to: window[1] }
    const shift = clockShift(span, tracks)
    for (const records of tracks) {
      const spans = records.map(({ header }) => ({
        from: header.wallMs + shift,
        to: header.wallMs + shift + 2000,
      }))
      const { gaps } = coverage(span, spans)
      expect(gaps.map(({ from, to }) => [from, to])).toEqual(holes)
    }
  })

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
