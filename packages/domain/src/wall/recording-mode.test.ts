import { expect, test } from 'vitest'
import { markSet, mayMark } from '../incident/markable.ts'
import { type Attempt, created, evolveAttempt, inControlWindow } from '../lifecycle/attempt.ts'
import { instant } from '../time.ts'
import { recordingMode } from './recording-mode.ts'
import { under } from './samples.ts'

test('TR-15 R4-4.4 004 may leave a live exam unrecorded: the missing recording is no violation, and disputes lose it', () => {
  const off = recordingMode(false, 'sync', under('004'))
  if (!off.ok) throw new Error(off.why)
  expect(off.mode).toMatchObject({ recorded: false, warning: 'no_dispute_by_recording' })
  const on = recordingMode(true, 'sync', under('004'))
  if (!on.ok) throw new Error(on.why)
  expect(on.mode).toMatchObject({ recorded: true, warning: null })
  expect(mayMark(markSet('004', off.mode, []), 'video_recording_not_provided')).toBe(false)
  expect(mayMark(markSet('004', on.mode, []), 'video_recording_not_provided')).toBe(true)
})

test('TR-15 R4-4.4 a deferred check without a recording is refused under every act', () => {
  for (const act of ['000', '001', '004'] as const)
    expect(recordingMode(false, 'async', under(act)), act).toEqual({
      ok: false,
      why: 'async_needs_recording',
    })
})

test('TR-15 001 requires the recording in every exam; silence of an act is not permission', () => {
  expect(recordingMode(false, 'sync', under('001'))).toEqual({ ok: false, why: 'act_requires_recording' })
  expect(recordingMode(true, 'sync', under('002'))).toEqual({ ok: false, why: 'act_says_nothing' })
})

test('TR-15 a classroom exam needs no media', () => {
  expect(recordingMode(true, 'offline', under('004'))).toMatchObject({ ok: true, mode: { recorded: false } })
})

const at = (s: number) => instant('2026-06-01T09:00:00Z').add({ seconds: s })
const step = (
  attempt: Attempt,
  command: 'acknowledge' | 'start' | 'submit' | 'deauthorise',
  to: Attempt['state'],
  s: number,
) => evolveAttempt(attempt, { command, from: attempt.state, to, at: at(s), by: 'examinee', clause: '' })

test('TR-40 R4-5.6 control begins at authorisation, before any task, and goes on after handing in until deauthorisation', () => {
  const authorized = step({ ...created, state: 'rules_ack' }, 'acknowledge', 'authorized', 10)
  expect([9, 10].map((s) => inControlWindow(authorized, at(s)))).toEqual([false, true])
  const submitted = step(step(authorized, 'start', 'in_progress', 60), 'submit', 'submitted', 100)
  expect(inControlWindow(submitted, at(110))).toBe(true)
  const over = step(submitted, 'deauthorise', 'deauthorized', 120)
  expect([119, 120].map((s) => inControlWindow(over, at(s)))).toEqual([true, false])
  expect(over.endCause).toBe('by_examinee')
  expect(step(authorized, 'deauthorise', 'deauthorized', 30).endCause).toBe('auto')
})
