import { expect, test } from 'vitest'
import { nextHint } from './next-hint.ts'
import { PlayedMeter } from './played-meter.ts'

const at = (atMs: number, more: object = {}) => ({ atMs, playing: true, waiting: false, speed: 1, ...more })

test('R1-5.2c what plays is counted; a jump, a pause, a wait and a hidden page are not', () => {
  const meter = new PlayedMeter()
  for (const second of [0, 1, 2]) meter.look(at(second * 1_000), true, second * 1_000)
  meter.look(at(60_000), true, 3_000)
  meter.look(at(61_000), true, 4_000)
  meter.look(at(62_000, { playing: false }), true, 5_000)
  meter.look(at(63_000), true, 6_000)
  meter.look(at(64_000), false, 7_000)
  meter.look(at(65_000, { waiting: true }), true, 8_000)
  expect(meter.take()).toEqual([
    { fromMs: 0, toMs: 2_000, speed: 1 },
    { fromMs: 60_000, toMs: 61_000, speed: 1 },
  ])
  expect(meter.take()).toEqual([])
})

test('at ten times the speed ten times as much is seen; what was not sent stays', () => {
  const meter = new PlayedMeter()
  meter.look(at(0, { speed: 10 }), true, 0)
  meter.look(at(10_000, { speed: 10 }), true, 1_000)
  const spans = meter.take()
  expect(spans).toEqual([{ fromMs: 0, toMs: 10_000, speed: 10 }])
  meter.giveBack(spans)
  expect(meter.take()).toEqual(spans)
})

test('R1-5.2c what played fast is told apart from what played as it happened', () => {
  const meter = new PlayedMeter()
  meter.look(at(0), true, 0)
  meter.look(at(1_000), true, 1_000)
  meter.look(at(3_000, { speed: 2 }), true, 2_000)
  expect(meter.take()).toEqual([
    { fromMs: 0, toMs: 1_000, speed: 1 },
    { fromMs: 1_000, toMs: 3_000, speed: 2 },
  ])
})

test('the next hint and the one before, round the ends, and never the one that is shown', () => {
  const hints = [5_000, 20_000, 60_000].map((fromMs, i) => ({ no: i + 1, fromMs }))
  expect(nextHint(hints, 0, 1)?.no).toBe(1)
  expect(nextHint(hints, 2_000, 1)?.no).toBe(2)
  expect(nextHint(hints, 17_100, 1)?.no).toBe(3)
  expect(nextHint(hints, 58_000, 1)?.no).toBe(1)
  expect(nextHint(hints, 17_000, -1)?.no).toBe(1)
  expect(nextHint(hints, 0, -1)?.no).toBe(3)
  expect(nextHint([], 0, 1)).toBeNull()
})
