import { expect, test } from 'vitest'
import { fromZoned, toZoned } from './zoned.ts'

for (const [zone, local, instant] of [
  ['Europe/Moscow', '2026-11-21T10:00', '2026-11-21T07:00:00Z'],
  ['Asia/Vladivostok', '2026-11-21T10:00', '2026-11-21T00:00:00Z'],
  ['Europe/Kaliningrad', '2027-01-01T00:30', '2026-12-31T22:30:00Z'],
] as const)
  test(`${local} in ${zone} is one instant, whatever zone the browser is in`, () => {
    expect(fromZoned(local, zone)).toBe(instant)
    expect(toZoned(instant, zone)).toBe(local)
  })
