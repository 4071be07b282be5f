import { expect, test } from 'vitest'
import { type LiveState, saysTheSame } from './live-state.ts'

const state: LiveState = {
  ...{ is: 'live', why: null, state: 'in_progress', deadline: null, deauthorizedAt: null },
  ...{ joinedAt: 0, droppedAt: null },
  tracks: [{ tid: 'cam', silentS: 0, behindS: 0, coverage: 0.99871 }],
}
const withTrack = (change: Partial<LiveState['tracks'][number]>): LiveState => ({
  ...state,
  tracks: state.tracks.map((track) => ({ ...track, ...change })),
})

test('a word of the server that changes nothing on the tile is no news', () => {
  expect(saysTheSame(state, withTrack({ coverage: 0.99879 }))).toBe(true)
})

test.each([
  ['silence', withTrack({ silentS: 1 })],
  ['lateness', withTrack({ behindS: 9 })],
  ['a hole', withTrack({ coverage: 0.9979 })],
  ['another track', { ...state, tracks: [...state.tracks, ...state.tracks] }],
  ['the end', { ...state, state: 'submitted' }],
  ['more time', { ...state, deadline: '2026-01-01T00:00:00Z' }],
  ['a cut', { ...state, is: 'connecting' as const }],
  ['another joining', { ...state, joinedAt: 9 }],
  ['pictures left out', { ...state, droppedAt: 5 }],
])('%s is news', (_, next) => {
  expect(saysTheSame(state, next)).toBe(false)
})
