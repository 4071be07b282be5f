// A network or a machine that failed: what follows from it is a technical fact and nobody's fault (TR-36, TR-05).
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Hint } from './hint.ts'
import type { Moment, Sensor } from './signal.ts'

export type Span = { readonly from: Moment; readonly to: Moment }
export type Unseen = Span & { readonly sensor: Sensor }

/** How much later or earlier than the outage its traces are seen. */
const SLACK_MS = 3_000

/** What a lost network looks like by itself. A covered camera is not among them: it is seen in the frames, and frames need no network. */
const ofNetwork: readonly ViolationCode[] = [
  'video_signal_interrupted',
  'technical_failure_long',
  'examinee_absent_from_session',
  'video_recording_disabled',
  'poor_signal_quality',
  'sound_problems',
  'video_link_failure_not_by_examinee',
]

const lies = (hint: Span, within: Span): boolean =>
  hint.from >= within.from - SLACK_MS && hint.to <= within.to + SLACK_MS

/** Whether an outage explains the hint whole. What its own sensor could not see was no hint in the first place. */
export const isTechnical = (hint: Pick<Hint, 'code' | 'from' | 'to'>, blind: readonly Unseen[]): boolean =>
  hint.code === 'technical_failure_long' ||
  (ofNetwork.includes(hint.code) && blind.some((outage) => outage.sensor === 'link' && lies(hint, outage)))
