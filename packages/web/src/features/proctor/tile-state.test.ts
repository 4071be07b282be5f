import { expect, test } from 'vitest'
import type { LiveState } from '../../player/live-state.ts'
import { coveragePercent, isDead, linkSaid, sessionSaid } from './tile-state.ts'

const live = (more: Partial<LiveState> = {}): LiveState => ({
  is: 'live',
  why: null,
  state: 'in_progress',
  deadline: null,
  deauthorizedAt: null,
  tracks: [],
  droppedAt: null,
  ...more,
})
const track = (silentS: number | null, behindS = 0, coverage = 1) => ({
  tid: 'cam',
  silentS,
  behindS,
  coverage,
})

for (const [why, state, want] of [
  ['nothing came yet', live(), 'waiting'],
  ['bytes flow', live({ tracks: [track(0)] }), 'good'],
  ['one track still flows', live({ tracks: [track(0), track(30)] }), 'good'],
  ['a pause of five seconds', live({ tracks: [track(5)] }), 'weak'],
  ['silence', live({ tracks: [track(20)] }), 'lost'],
  ['a queue is being sent', live({ tracks: [track(0, 40)] }), 'behind'],
  ['the viewer’s own line', live({ tracks: [track(0)], droppedAt: 9_000 }), 'slow'],
  ['taken off', live({ is: 'closed' }), 'closed'],
] as const)
  test(`connection: ${why}`, () => expect(linkSaid(state, 'in_progress', 10_000).word).toBe(want))

test('a finished person has no bad connection', () =>
  expect(linkSaid(live({ tracks: [track(99)] }), 'deauthorized', 0).word).toBe('over'))

test('coverage is never rounded up', () => {
  expect(coveragePercent(live({ tracks: [track(0, 0, 1), track(0, 0, 0.99949)] }))).toBe(99.9)
  expect(coveragePercent(live())).toBeNull()
})

test('an unknown state has words', () => expect(sessionSaid('paused').word).toBe('unknown'))

test('a tile whose person went silent is dead after eight seconds, however slow the viewer’s own line was; one who handed in is not', () => {
  expect(isDead(live({ tracks: [track(7)] }), 'in_progress')).toBe(false)
  expect(isDead(live({ tracks: [track(8)], droppedAt: 0 }), 'in_progress')).toBe(true)
  expect(isDead(live({ tracks: [track(99)] }), 'deauthorized')).toBe(false)
})
