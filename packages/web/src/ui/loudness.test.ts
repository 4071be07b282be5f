import { expect, test } from 'vitest'
import { Meter, silence, steady } from './loudness.ts'

test('who listens to a meter is told of each change, of no repetition, and of nothing after having left', () => {
  const meter = new Meter()
  const seen: number[] = []
  const leave = meter.subscribe(() => seen.push(meter.now()))
  for (const level of [0, 0.5, 0.5, 0.25]) meter.say(level)
  leave()
  meter.say(1)
  expect(seen).toEqual([0.5, 0.25])
  expect(meter.now()).toBe(1)
})

test('what is steady stays so', () => {
  expect([steady(0.4).now(), silence.now()]).toEqual([0.4, 0])
})
