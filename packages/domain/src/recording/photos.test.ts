import { expect, test } from 'vitest'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import type { ActNumber } from '../regulation/acts.ts'
import { photoEveryS, photoGaps } from './photos.ts'

const everyS = (act: ActNumber) => {
  const made = effectivePolicy(preset(act))
  return made.ok ? photoEveryS(made.policy) : undefined
}

test('photographs are taken where the act names them and nowhere else', () => {
  expect(everyS('001')).toBe(60)
  for (const act of ['000', '003', '004'] as const) expect(everyS(act), act).toBeNull()
})

test('a stretch without photographs is longer than two steps of them', () => {
  const control = { from: 0, to: 600_000 }
  const even = [1_000, 61_000, 121_000, 181_000, 241_000, 301_000, 361_000, 421_000, 481_000, 541_000]
  expect(photoGaps(control, 60, even)).toEqual([])
  expect(photoGaps(control, 60, even.slice(0, 4))).toEqual([{ from: 181_000, to: 600_000 }])
  expect(photoGaps(control, 60, [...even.slice(0, 3), ...even.slice(6)])).toEqual([
    { from: 121_000, to: 361_000 },
  ])
  expect(photoGaps(control, 60, [])).toEqual([control])
  expect(photoGaps(control, 60, [-5_000, 700_000])).toEqual([control])
})
