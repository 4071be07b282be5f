import { expect, test } from 'vitest'
import { epochStartMs } from './epoch-clock.ts'

const T = 1_700_000_000_000
const base = { wallMs: T, monoMs: 0, srvMs: T + 120 }

for (const [why, first, mediaTs, want] of [
  ['camera and screen of one start share zero', { wallMs: T + 40, monoMs: 40, srvMs: T + 170 }, 0, 40],
  [
    'a fragment later in the epoch gives the same start',
    { wallMs: T + 8040, monoMs: 8040, srvMs: T + 9000 },
    8,
    40,
  ],
  [
    'a wall clock set back by an hour moves nothing',
    { wallMs: T + 60_000 - 3_600_000, monoMs: 60_000, srvMs: T + 60_100 },
    0,
    60_000,
  ],
  [
    'a monotonic clock that began again gives way to a wall clock the server agrees with',
    { wallMs: T + 90_000, monoMs: 0, srvMs: T + 90_200 },
    0,
    90_000,
  ],
  [
    'a monotonic clock that slept gives way too',
    { wallMs: T + 600_000, monoMs: 20_000, srvMs: T + 600_500 },
    0,
    600_000,
  ],
] as const)
  test(`R1-2.2b ${why}`, () => expect(epochStartMs(base, first, mediaTs)).toBe(want))
