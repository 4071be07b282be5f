import { expect, test } from 'vitest'
import { isZone } from './time.ts'

for (const [zone, known] of [
  ['Europe/Moscow', true],
  ['Asia/Kamchatka', true],
  ['America/Argentina/Salta', true],
  ['UTC', true],
  ['+03:00', false],
  ['Moscow', false],
  ['Europe/Nowhere', false],
  ['', false],
] as const)
  test(`${zone || 'an empty name'} is ${known ? 'a' : 'no'} time zone`, () =>
    expect(isZone(zone)).toBe(known))
