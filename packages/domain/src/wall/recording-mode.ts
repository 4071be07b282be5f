// Whether a session is recorded: each act's word, the mode, and what an exam may leave out (TR-15).
import type { Variant } from '../appointment/proctor.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type EffectivePolicy, isSaid } from '../policy/effective.ts'

export type RecordingMode = {
  readonly recorded: boolean
  /** Off with the recording: where nothing was to be recorded, nothing is missing. */
  readonly switchedOff: readonly ViolationCode[]
  /** For the organiser: without a recording no dispute can look at one. */
  readonly warning: 'no_dispute_by_recording' | null
}

export type RecordingRefusal = 'async_needs_recording' | 'act_requires_recording' | 'act_says_nothing'

const unrecorded: RecordingMode = {
  recorded: false,
  switchedOff: ['video_recording_not_provided'],
  warning: 'no_dispute_by_recording',
}

/** `wanted`: the exam's own flag. A classroom exam has no media whatever is wanted (004 section 2). */
export function recordingMode(
  wanted: boolean,
  mode: Variant,
  policy: EffectivePolicy,
):
  | { readonly ok: true; readonly mode: RecordingMode }
  | { readonly ok: false; readonly why: RecordingRefusal } {
  if (mode === 'offline') return { ok: true, mode: unrecorded }
  const may = isSaid(policy, 'recording.mandatory', 'allowed')
  const must = isSaid(policy, 'recording.mandatory', 'required')
  if (!may && !must) return { ok: false, why: 'act_says_nothing' }
  if (wanted) return { ok: true, mode: { recorded: true, switchedOff: [], warning: null } }
  if (mode === 'async') return { ok: false, why: 'async_needs_recording' }
  return must ? { ok: false, why: 'act_requires_recording' } : { ok: true, mode: unrecorded }
}
