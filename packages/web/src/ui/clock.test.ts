import { expect, test } from 'vitest'
import { clock, spokenMinutes } from './clock.ts'

for (const [rule, ms, shown] of [
  ['whole minutes', 5 * 60_000, '5:00'],
  ['a started second still counts, so 0:00 means over', 500, '0:01'],
  ['hours appear when there are any', 3_909_000, '1:05:09'],
  ['nothing is left', 0, '0:00'],
  ['time past the end is none', -9_000, '0:00'],
] as const)
  test(`R1-4.1l countdown: ${rule}`, () => expect(clock(ms)).toBe(shown))

for (const [rule, ms, minutes] of [
  ['silent between the marks', 22 * 60_000, null],
  ['half an hour is said', 30 * 60_000, 30],
  ['five minutes are said', 5 * 60_000, 5],
  ['the last minute is said', 59_000, 1],
  ['after the end nothing', 0, null],
] as const)
  test(`R1-4.1l a screen reader hears the time left: ${rule}`, () => expect(spokenMinutes(ms)).toBe(minutes))
