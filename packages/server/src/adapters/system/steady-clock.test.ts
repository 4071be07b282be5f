import { describe, expect, test } from 'vitest'
import { steadyClock } from './steady-clock.ts'

const NOON = Date.parse('2026-12-01T12:00:00Z')
const MINUTE = 60_000

/** `machine`: what the machine's clock is ahead of the true time by; `rate`: how fast it runs. */
function standing() {
  const world = { passed: 0, machine: 0, rate: 1, recording: true }
  const steps: [number, boolean][] = []
  const clock = steadyClock({
    wallMs: () => NOON + world.passed * world.rate + world.machine,
    monoMs: () => world.passed,
    holds: () => world.recording,
    stepped: (by, taken) => steps.push([Math.round(by), taken]),
  })
  return { world, steps, clock, error: () => clock.ms() - (NOON + world.passed) }
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
