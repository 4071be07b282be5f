import { expect, test } from 'vitest'
import { CALM_FOR_MS, type Ladder, type LadderSample, levels, startLadder, stepLadder } from './ladder.ts'

const sample = (now: number, more: Partial<LadderSample>): LadderSample => ({
  now,
  connected: true,
  backlogSeconds: 0,
  confirmedBytes: 90_000,
  recordedBytes: 90_000,
  ...more,
})

function run(ladder: Ladder, seconds: number, from: number, more: Partial<LadderSample>): Ladder {
  let at = ladder
  for (let s = 0; s < seconds; s++) at = stepLadder(at, sample(from + s * 1000, more))
  return at
}

test('the lowest level fits a line of about 64 kbit/s, every level asks for less than the one before', () => {
  const kbps = levels.map((level) => level.cam.kbps + level.screen.kbps + level.audioKbps)
  expect(kbps.at(-1)).toBeLessThanOrEqual(56)
  expect(kbps[0]).toBe(732)
  for (const [i, sum] of kbps.slice(1).entries()) expect(sum).toBeLessThan(kbps[i] ?? 0)
})

test('a backlog that grows on a line that works lowers the level one step at a time, to the end and no further', () => {
  const slow = { backlogSeconds: 20, confirmedBytes: 20_000 }
  expect(run(startLadder, 6, 0, slow).level).toBe(0)
  expect(run(startLadder, 8, 0, slow).level).toBe(1)
  expect(run(startLadder, 60, 0, slow).level).toBe(levels.length - 1)
})

test('being offline is not being slow: the level stays', () => {
  expect(run(startLadder, 900, 0, { connected: false, backlogSeconds: 900, confirmedBytes: 0 }).level).toBe(0)
})

test('whole fragments recorded every two seconds and confirmed every nine are slow, though single seconds look fast', () => {
  let ladder = startLadder
  for (let s = 0; s < 60; s++)
    ladder = stepLadder(
      ladder,
      sample(s * 1000, {
        backlogSeconds: s * 0.8,
        recordedBytes: s % 2 ? 90_000 : 0,
        confirmedBytes: s % 9 === 8 ? 90_000 : 0,
      }),
    )
  expect(ladder.level).toBeGreaterThanOrEqual(3)
})

test('F-01 a dead line on which nothing is confirmed is not slow either', () => {
  expect(run(startLadder, 60, 0, { backlogSeconds: 40, confirmedBytes: 0 }).level).toBe(0)
})

test('a backlog that drains after an outage does not lower the level', () => {
  expect(run(startLadder, 120, 0, { backlogSeconds: 600, confirmedBytes: 300_000 }).level).toBe(0)
})

test('calm raises it again, and a climb that fails makes the next one wait twice as long', () => {
  let ladder = run(startLadder, 8, 0, { backlogSeconds: 20, confirmedBytes: 10_000 })
  ladder = run(ladder, 32, 10_000, {})
  expect(ladder.level).toBe(0)
  ladder = run(ladder, 8, 45_000, { backlogSeconds: 20, confirmedBytes: 10_000 })
  expect(ladder.level).toBe(1)
  expect(ladder.patienceMs).toBe(CALM_FOR_MS * 2)
  expect(run(ladder, 40, 60_000, {}).level).toBe(1)
  expect(run(ladder, 62, 60_000, {}).level).toBe(0)
})
