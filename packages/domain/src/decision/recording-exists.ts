// «подтверждённый факт наличия видеозаписи»: what is issued for every session (R1-6.5h).
import type { Coverage, Span } from '../recording/coverage.ts'

export type RecordingConfirmation = {
  readonly exists: true
  readonly hash: string
  readonly durationMs: number
  readonly coveragePercent: number
}

export type NotConfirmed = {
  readonly exists: false
  readonly why: 'no_recording' | 'not_sealed' | 'too_little'
}

/** Whole percent, rounded down: 100 is said of a recording without a hole. */
export function confirmRecording(
  hash: string | null,
  window: Span,
  { coveredMs }: Coverage,
  minimumPercent: number,
): RecordingConfirmation | NotConfirmed {
  if (coveredMs === 0) return { exists: false, why: 'no_recording' }
  if (hash === null) return { exists: false, why: 'not_sealed' }
  const coveragePercent = Math.floor((coveredMs * 100) / (window.to - window.from))
  if (coveragePercent < minimumPercent) return { exists: false, why: 'too_little' }
  return { exists: true, hash, durationMs: coveredMs, coveragePercent }
}
