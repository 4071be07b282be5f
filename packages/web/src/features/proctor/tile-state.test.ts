import { expect, test } from 'vitest'
import type { LiveState } from '../../player/live-state.ts'
import { coveragePercent, isDead, linkSaid, pictureSaid, sessionSaid } from './tile-state.ts'

const live = (more: Partial<LiveState> = {}): LiveState => ({
  is: 'live',
  why: null,
  state: 'in_progress',
  deadline: null,
  deauthorizedAt: null,
  tracks: [],
  joinedAt: 0,
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

const sent = (tid: 'cam' | 'screen', silentS: number | null) => ({ ...track(silentS), tid })
for (const [why, state, at, want] of [
  ['before the server answered', live({ is: 'connecting', joinedAt: null }), 99_000, 'fetching'],
  ['just joined and nothing heard', live(), 500, 'fetching'],
  ['the camera is heard, the screen not yet', live({ tracks: [sent('cam', 0)] }), 7_999, 'fetching'],
  ['the camera is heard, the screen still not', live({ tracks: [sent('cam', 0)] }), 8_000, 'none'],
  ['recorded before, and now nothing of it', live({ tracks: [sent('screen', null)] }), 8_000, 'none'],
  ['its bytes come and no picture of them yet', live({ tracks: [sent('screen', 1)] }), 99_000, 'fetching'],
  ['its bytes came and stopped', live({ tracks: [sent('screen', 8), sent('cam', 0)] }), 99_000, 'none'],
  ['the line was cut and comes back', live({ is: 'connecting', joinedAt: 0 }), 99_000, 'fetching'],
  ['taken off', live({ is: 'closed' }), 500, null],
] as const)
  test(`R1-6.5e where the picture of the screen is not yet: ${why}`, () =>
    expect(pictureSaid(state, 'screen', 'in_progress', at)).toBe(want))

test('R1-6.5e of who has handed in nothing is on its way', () =>
  expect(pictureSaid(live({ tracks: [sent('screen', 0)] }), 'screen', 'submitted', 500)).toBe('none'))

test('an unknown state has words', () => expect(sessionSaid('paused').word).toBe('unknown'))

test('a tile whose person went silent is dead after eight seconds, however slow the viewer’s own line was; one who handed in is not', () => {
  expect(isDead(live({ tracks: [track(7)] }), 'in_progress')).toBe(false)
  expect(isDead(live({ tracks: [track(8)], droppedAt: 0 }), 'in_progress')).toBe(true)
  expect(isDead(live({ tracks: [track(99)] }), 'deauthorized')).toBe(false)
})
