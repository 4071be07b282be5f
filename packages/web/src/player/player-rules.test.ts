import { describe, expect, test } from 'vitest'
import { aheadOf, holding, surplus } from './buffered.ts'
import { mimeOf } from './mime.ts'
import { easedPace, LiveTarget, paceOf } from './pace.ts'
import { follow, SessionClock } from './session-clock.ts'
import { TrackIndex } from './track-index.ts'

describe('pace of a live picture', () => {
  const edge = (now: number, end = 100, target = 0.35) => paceOf({ now, start: 80, end, target })
  for (const [why, now, want] of [
    ['on target: as it is', 99.6, { do: 'rate', rate: 1 }],
    ['a little late: a tenth faster', 99.4, { do: 'rate', rate: 1.1 }],
    ['later: a quarter faster', 99, { do: 'rate', rate: 1.25 }],
    ['too close to the edge: a little slower', 99.95, { do: 'rate', rate: 0.93 }],
    ['lost: a jump to the target', 96, { do: 'jump', to: 99.65 }],
    ['before the newest stretch: a jump', 20, { do: 'jump', to: 99.65 }],
  ] as const)
    test(why, () => expect(edge(now)).toEqual(want))

  const small = (lag: number, rate = 1, ahead = lag) =>
    easedPace({ now: 100 - lag, start: 80, end: 100, target: 1.25, rate, ahead })
  for (const [why, lag, rate, want] of [
    ['just after its bytes came', 1.5, 1, 1],
    ['just before the next come', 0.87, 1, 1],
    ['late, but not so that it matters', 2.2, 1, 1],
    ['really late', 2.3, 1, 1.1],
    ['that hurries goes on until it is where it should be', 1.3, 1.1, 1.1],
    ['that has hurried enough', 1.2, 1.1, 1],
    ['with nothing left to work ahead with', 0.3, 1, 0.93],
    ['that waits until there is enough', 0.9, 0.93, 0.93],
    ['that has waited enough', 1.05, 0.93, 1],
  ] as const)
    test(`a small picture ${why}`, () => expect(small(lag, rate)).toEqual({ do: 'rate', rate: want }))

  test('a small picture plays up to a hole before it jumps over it, and jumps when it is lost', () => {
    const hole = { now: 98, start: 99, end: 100, target: 1.25, rate: 1 }
    expect(easedPace({ ...hole, ahead: 0.5 })).toEqual({ do: 'rate', rate: 1 })
    expect(easedPace({ ...hole, ahead: 0 })).toEqual({ do: 'jump', to: 99 })
    expect(small(4)).toEqual({ do: 'jump', to: 98.75 })
  })

  test('a stall gives air, calm takes it back', () => {
    const target = new LiveTarget(0.35)
    target.stalled()
    expect(target.seconds).toBeCloseTo(0.5)
    for (let i = 0; i < 60; i++) target.calm()
    expect(target.seconds).toBe(0.35)
  })
})

describe('R1-2.2b one clock', () => {
  test('runs at its speed and holds', () => {
    const clock = new SessionClock()
    clock.set(5000, 0)
    clock.run(100)
    clock.speed(4, 1100)
    expect(clock.at(1600)).toBe(8000)
    clock.hold(1600)
    expect(clock.at(9999)).toBe(8000)
  })
  for (const [drift, speed, want] of [
    [0.02, 1, { do: 'rate', rate: 1 }],
    [0.2, 1, { do: 'rate', rate: 0.9 }],
    [-0.1, 2, { do: 'rate', rate: 2 }],
    [-0.7, 1, { do: 'seek' }],
    [2, 10, { do: 'rate', rate: 9 }],
  ] as const)
    test(`drift ${drift} s at speed ${speed}: ${want.do}`, () => expect(follow(drift, speed)).toEqual(want))
})

describe('buffer', () => {
  const ranges = [
    { start: 0, end: 30 },
    { start: 40, end: 100 },
  ]
  test('knows what it holds and how far it plays', () => {
    expect(holding(ranges, 35)).toBeNull()
    expect(aheadOf(ranges, 90)).toBe(10)
  })
  test('throws away what lies outside every stretch to keep', () => {
    expect(
      surplus(ranges, [
        { from: 80, to: Number.POSITIVE_INFINITY },
        { from: 10, to: 20 },
      ]),
    ).toEqual([
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 40, end: 80 },
    ])
  })
})

describe('index of a track', () => {
  const fragment = (seq: number, atMs: number, epoch = 0) => ({
    seq,
    epoch,
    atMs,
    durMs: 2000,
    bytes: 1,
    srvMs: 0,
  })
  const epoch = (no: number, initSeq: number, startMs: number) => ({
    epoch: no,
    initSeq,
    format: 1,
    flags: 12,
    startMs,
  })
  const index = new TrackIndex()
  index.load([1, 2, 3, 4].map((seq) => fragment(seq, (seq - 1) * 2000)).concat([fragment(6, 20_000, 1)]), [
    epoch(0, 0, 0),
    epoch(1, 5, 20_000),
  ])
  test('finds the fragment of a moment, and none in a gap', () => {
    expect([0, 3500, 3999, 4000].map((ms) => index.at(ms)?.seq)).toEqual([1, 2, 2, 3])
    // The jitter between fragments belongs to the next one.
    expect([8100, 19_800].map((ms) => index.at(ms)?.seq)).toEqual([undefined, 6])
    expect(index.at(12_000)).toBeNull()
    expect(index.next(12_000)?.seq).toBe(6)
    expect(index.next(99_000)).toBeNull()
  })
  test('asks for a run of one epoch with its head', () => {
    expect(index.want(2500, 60_000, 10)).toMatchObject({ from: 2, to: 4, init: 0, epoch: 0 })
    expect(index.want(2500, 60_000, 2)).toMatchObject({ from: 2, to: 3 })
    expect(index.want(21_000, 60_000, 10)).toMatchObject({ from: 6, to: 6, init: 5, epoch: 1 })
    expect(index.want(12_000, 60_000, 10)).toBeNull()
  })
  test('live fragments lengthen it, late ones find their place', () => {
    index.add(fragment(8, 24_000, 1))
    index.add(fragment(7, 22_000, 1))
    expect(index.endMs).toBe(26_000)
    expect(index.at(22_500)?.seq).toBe(7)
  })
})

test('the type of an epoch follows from its format and flags', () => {
  expect([mimeOf(1, 12), mimeOf(1, 8), mimeOf(2, 12), mimeOf(1, 4), mimeOf(16, 0)]).toEqual([
    'video/webm; codecs="vp9,opus"',
    'video/webm; codecs="vp9"',
    'video/webm; codecs="vp8,opus"',
    'video/webm; codecs="opus"',
    null,
  ])
})
