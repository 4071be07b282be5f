import { idleState, type RecorderState } from '@ochno/capture/page/recorder'
import { expect, test } from 'vitest'
import { silence } from '../../ui/loudness.ts'
import { showRecording } from './show-recording.ts'

const recording: RecorderState = {
  ...idleState,
  phase: 'recording',
  lane: 'ws',
  lastReceiptMs: 1,
  camera: 'live',
  microphone: 'live',
  screen: 'live',
}
const show = (change: Partial<RecorderState>) => showRecording({ ...recording, ...change }, null, silence)
const backlog = (seconds: number) => ({ records: 1, bytes: 1, seconds })

test('all devices live: everything is recorded and nothing is asked', () => {
  expect(show({})).toMatchObject({
    camera: 'on',
    microphone: 'on',
    screen: 'on',
    warnings: [],
    link: { is: 'online' },
  })
})

test('a recorder that has stopped records nothing, whatever the devices do', () => {
  for (const phase of ['failed', 'closed'] as const)
    expect(show({ phase })).toMatchObject({ camera: 'off', microphone: 'off', screen: 'off' })
})

for (const [rule, change, want] of [
  ['the ordinary rhythm of sending is not a backlog', { backlog: backlog(3) }, { is: 'online', waitingS: 0 }],
  ['a backlog is told in seconds', { backlog: backlog(42) }, { is: 'sending', waitingS: 42 }],
  [
    'no lane: offline, with what waits',
    { lane: null, backlog: backlog(42) },
    { is: 'offline', waitingS: 42 },
  ],
  [
    'never connected yet is not a break',
    { lane: null, lastReceiptMs: null },
    { is: 'connecting', waitingS: 0 },
  ],
  ['a slow network is said as such', { warnings: ['slow_network'] as const }, { is: 'slow', waitingS: 0 }],
] as const)
  test(`connection: ${rule}`, () => expect(show(change).link).toEqual(want))

test('a lost camera is one warning, not three', () => {
  const view = show({ camera: 'lost', microphone: 'lost', warnings: ['camera_silent', 'microphone_silent'] })
  expect(view.warnings.map((warning) => warning.code)).toEqual(['camera_lost'])
})

test('an ended screen share asks for it again', () => {
  expect(show({ screen: 'lost' }).warnings.map((warning) => warning.code)).toEqual(['screen_ended'])
})

test('a disk that fills is told in minutes', () => {
  const view = show({ warnings: ['storage_low'], storage: { usedBytes: 0, quotaBytes: 55_000_000 } })
  expect(view.warnings[0]).toMatchObject({ code: 'storage_low', minutes: 10 })
})

test('how far the hints are is said while they come, and nothing once they are there or can not be', () => {
  const ready = (eyes: Parameters<typeof showRecording>[3]) =>
    showRecording(idleState, null, silence, eyes).getsReady
  expect(ready({ is: 'loading', part: 0.4 })).toBe(0.4)
  expect(ready({ is: 'watching', things: false })).toBeNull()
  expect(ready({ is: 'cannot', why: 'no memory' })).toBeNull()
  expect(ready(null)).toBeNull()
})
