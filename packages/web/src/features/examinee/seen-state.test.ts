import { idleState, type RecorderState } from '@ochno/capture/page/recorder'
import { expect, test } from 'vitest'
import { looksTheSame } from './seen-state.ts'

const state: RecorderState = {
  ...idleState,
  ...{ phase: 'recording', lane: 'ws', lastReceiptMs: 1_000 },
  ...{ camera: 'live', microphone: 'live', screen: 'live' },
  backlog: { records: 2, bytes: 90_000, seconds: 1.9 },
  storage: { usedBytes: 90_000, quotaBytes: 1e9 },
}

test.each<[string, Partial<RecorderState>]>([
  ['bytes and records that come and go', { backlog: { records: 1, bytes: 10_000, seconds: 4.2 } }],
  ['another receipt', { lastReceiptMs: 3_000, fragmentsViaParts: 7 }],
  ['a fuller disk with room enough', { storage: { usedBytes: 95_000, quotaBytes: 1e9 } }],
])('%s is no news to the page', (_, change) => {
  expect(looksTheSame(state, { ...state, ...change })).toBe(true)
})

test.each<[string, Partial<RecorderState>]>([
  ['a device that is gone', { camera: 'lost' }],
  ['a line that is cut', { lane: null }],
  ['the first receipt', { lastReceiptMs: null }],
  ['another mode', { level: 1 }],
  ['a warning', { warnings: ['slow_network'] }],
  ['the end of the recording', { phase: 'finished' }],
  ['that much waits', { backlog: { records: 9, bytes: 1, seconds: 6 } }],
  ['another reason', { reason: 'second_tab' }],
])('%s is news', (_, change) => {
  expect(looksTheSame(state, { ...state, ...change })).toBe(false)
})

test('while what is left is sent every byte counts, and on a disk that fills every byte of it', () => {
  const sending: RecorderState = { ...state, phase: 'finishing' }
  expect(looksTheSame(sending, { ...sending, backlog: { records: 2, bytes: 1, seconds: 1.9 } })).toBe(false)
  const full: RecorderState = { ...state, warnings: ['storage_low'] }
  expect(looksTheSame(full, { ...full, storage: { usedBytes: 1, quotaBytes: 1e9 } })).toBe(false)
})
