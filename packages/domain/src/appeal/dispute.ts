// «разрешение возможных спорных ситуаций по видеозаписи» (000 2.5 б, 004 3.3), where there is a recording and it may be used.
import type { ConsentRecord } from '../consent/record.ts'
import type { Span } from '../recording/coverage.ts'
import { type Instant, isBefore } from '../time.ts'

/** 000: consent to use the video has to be there before the exam and still hold (TR-45). */
export type VideoConsent = 'not_asked_for' | 'given_before' | 'missing' | 'withdrawn' | 'too_late'

export function videoConsent(
  required: boolean,
  records: readonly ConsentRecord[],
  examStart: Instant,
): VideoConsent {
  if (!required) return 'not_asked_for'
  const given = records.filter(({ kind }) => kind === 'video_disputes')
  if (given.length === 0) return 'missing'
  const before = given.filter(({ signedAt }) => isBefore(signedAt, examStart))
  if (before.length === 0) return 'too_late'
  return before.some(({ withdrawal }) => withdrawal === null) ? 'given_before' : 'withdrawn'
}

export type Dispute = { readonly session: string; readonly recording: Span; readonly openedAt: Instant }

export type DisputeRefusal = 'no_recording' | 'no_consent'

export function openDispute(
  session: string,
  recording: Span | null,
  consent: VideoConsent,
  now: Instant,
): { readonly ok: true; readonly dispute: Dispute } | { readonly ok: false; readonly why: DisputeRefusal } {
  if (consent !== 'not_asked_for' && consent !== 'given_before') return { ok: false, why: 'no_consent' }
  if (recording === null) return { ok: false, why: 'no_recording' }
  return { ok: true, dispute: { session, recording, openedAt: now } }
}

export type Conclusion = {
  readonly by: string
  readonly reasoning: string
  readonly timeCodes: readonly Span[]
}

export type ConclusionRefusal = 'no_person' | 'no_reasoning' | 'no_time_codes' | 'outside_the_recording'

const SECOND = 1_000

/** People read times off a clock of whole seconds: an exam begins with the second it began in. */
const wholeSeconds = ({ from, to }: Span): Span => ({
  from: Math.floor(from / SECOND) * SECOND,
  to: Math.ceil(to / SECOND) * SECOND,
})

/** A conclusion says what was seen, and when: each time code lies inside the recording. */
export function refuseConclusion(
  { recording }: Dispute,
  { by, reasoning, timeCodes }: Conclusion,
): ConclusionRefusal | null {
  if (by === '') return 'no_person'
  if (reasoning.trim() === '') return 'no_reasoning'
  if (timeCodes.length === 0) return 'no_time_codes'
  const whole = wholeSeconds(recording)
  const inside = timeCodes.every(({ from, to }) => whole.from <= from && from <= to && to <= whole.to)
  return inside ? null : 'outside_the_recording'
}
