import { describe, expect, test } from 'vitest'
import { steadyClock } from './steady-clock.ts'

const NOON = Date.parse('2026-12-01T12:00:00Z')
const MINUTE = 60_000

/** `machine`: what the machine's clock is ahead of the true time by; `rate`: how fast it runs. */
function standing(settlesMs = 0) {
  const world = { passed: 0, slept: 0, machine: 0, rate: 1, recording: true }
  const steps: [number, boolean][] = []
  const clock = steadyClock({
    wallMs: () => NOON + world.slept + world.passed * world.rate + world.machine,
    monoMs: () => world.passed,
    upMs: () => 86_400_000 + world.passed + world.slept,
    settlesMs,
    holds: () => world.recording,
    stepped: (by, taken) => steps.push([Math.round(by), taken]),
  })
  return { world, steps, clock, error: () => clock.ms() - (NOON + world.slept + world.passed) }
}

describe('F-04 a step of the machine’s clock', () => {
  test.each([5 * MINUTE, -5 * MINUTE])('by %d ms does not reach a running exam and is told once', (by) => {
    const { world, steps, error } = standing()
    world.machine = by
    for (let second = 0; second < 600; second++) {
      world.passed += 1000
      expect(Math.abs(error())).toBeLessThan(2)
    }
    expect(steps).toEqual([[by, false]])
  })

  test('is taken when nobody is recorded any more', () => {
    const { world, steps, error } = standing()
    world.machine = -5 * MINUTE
    error()
    world.recording = false
    expect(error()).toBe(-5 * MINUTE)
    expect(steps.at(-1)).toEqual([-5 * MINUTE, true])
  })

  test('that is undone leaves nothing', () => {
    const { world, error } = standing()
    for (const by of [5 * MINUTE, -5 * MINUTE, 0]) {
      world.machine = by
      world.passed += 10_000
      expect(Math.abs(error())).toBeLessThan(2)
    }
  })

  test('of more than half an hour is believed at once: the machine slept, or its clock was plainly wrong', () => {
    const { world, error } = standing()
    world.machine = 31 * MINUTE
    expect(error()).toBe(31 * MINUTE)
  })
})

test('F-04 after a start the clock may still be put right under a running exam; once it has settled, no more', () => {
  const { world, steps, clock } = standing(10 * MINUTE)
  const ahead = () => clock.ms() - (NOON + world.passed)
  world.passed += 9 * MINUTE
  world.machine = -5 * MINUTE
  expect(ahead()).toBe(-5 * MINUTE)
  world.passed += 2 * MINUTE
  expect(ahead()).toBe(-5 * MINUTE)
  world.machine = 0
  expect(ahead()).toBe(-5 * MINUTE)
  expect(steps).toEqual([
    [-5 * MINUTE, true],
    [5 * MINUTE, false],
  ])
})

describe('F-04 a machine that slept under a running exam', () => {
  test('goes on at the hour it is, once', () => {
    const { world, steps, error } = standing()
    world.passed += MINUTE
    world.slept = 5 * MINUTE
    expect(Math.abs(error())).toBeLessThan(2)
    world.machine = 5 * MINUTE
    world.passed += MINUTE
    expect(Math.abs(error()), 'it did not sleep twice').toBeLessThan(2)
    expect(steps).toEqual([
      [5 * MINUTE, true],
      [5 * MINUTE, false],
    ])
  })

  test('goes on with a step that waits', () => {
    const { world, error } = standing()
    world.machine = 3 * MINUTE
    error()
    world.slept = 5 * MINUTE
    expect(Math.abs(error())).toBeLessThan(2)
    world.recording = false
    expect(error()).toBe(3 * MINUTE)
  })

  test('while there was no exam has no sleep left to lend to a later step', () => {
    const { world, error } = standing()
    world.recording = false
    world.slept = 5 * MINUTE
    error()
    world.recording = true
    world.machine = 4 * MINUTE
    expect(Math.abs(error())).toBeLessThan(2)
  })
})

test('F-04 a clock that runs a thousandth too fast is followed, and never goes back', () => {
  const { world, steps, clock } = standing()
  world.rate = 1.001
  let before = clock.ms()
  for (let second = 0; second < 7200; second++) {
    world.passed += 1000
    const now = clock.ms()
    expect(now).toBeGreaterThan(before)
    expect(Math.abs(now - (NOON + world.passed * world.rate))).toBeLessThan(5)
    before = now
  }
  expect(steps).toEqual([])
})

test('F-04 a small step back is made good without the time going back', () => {
  const { world, clock } = standing()
  world.machine = -900
  let before = clock.ms()
  for (let second = 0; second < 400; second++) {
    world.passed += 1000
    const now = clock.ms()
    expect(now).toBeGreaterThan(before)
    before = now
  }
  expect(Math.abs(before - (NOON + world.passed - 900))).toBeLessThan(2)
})
