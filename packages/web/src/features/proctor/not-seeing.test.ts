import type { BlindView } from '@ochno/contract/hints'
import { expect, test } from 'vitest'
import { notSeeing } from './not-seeing.ts'

const blind = (change: Partial<BlindView>) => [
  {
    session: 'ses_a' as never,
    sensor: 'face',
    fromMs: 0,
    toMs: 0,
    why: 'no_model',
    ongoing: true,
    ...change,
  } as const,
]

test('TR-73 a device that runs no model is a technical fact at the wall, a busy one after ten seconds, a dark room none', () => {
  expect(notSeeing(blind({}), 'ses_a', 10_000)).toBe('noEyes')
  expect(notSeeing(blind({ why: 'too_slow' }), 'ses_a', 10_000)).toBe('slowEyes')
  expect(notSeeing(blind({ why: 'too_slow' }), 'ses_a', 9_999)).toBeNull()
  expect(notSeeing(blind({ why: 'poor_picture' }), 'ses_a', 60_000)).toBeNull()
  expect(notSeeing(blind({ ongoing: false }), 'ses_a', 60_000)).toBeNull()
  expect(notSeeing(blind({}), 'ses_b', 60_000)).toBeNull()
})
