import { toMend } from '@ochno/domain/trial/mend'
import { expect, test } from 'vitest'
import { seenOf } from './seen.ts'

const ok = { is: 'ok' } as const
const found = { browser: ok, camera: ok, microphone: ok, screen: ok, storage: ok }
const rest = { left: [], unclear: [], lost: [], away: 0, recorded: true }

test('a check in which everything is well leaves nothing to mend', () =>
  expect(toMend(seenOf(found, rest))).toEqual([]))

test('attention is something to mend, what failed or was not tried is missing', () => {
  const seen = seenOf(
    { ...found, camera: { is: 'attention' }, microphone: { is: 'failed' }, screen: { is: 'idle' } },
    rest,
  )
  expect(toMend(seen).map(({ code }) => code)).toEqual([
    'microphone_missing',
    'screen_missing',
    'camera_dark',
  ])
})
