// What «полностью просмотрено» means: every hint looked at and judged, and how much of the recording a person has really seen.
import type { Span } from '../recording/coverage.ts'
import { coverage } from '../recording/coverage.ts'

export type ReviewedHint = {
  readonly id: string
  readonly span: Span
  /** A dismissal without a reason does not exist (SM-3). */
  readonly state: 'open' | 'confirmed' | 'dismissed'
}

export type ReviewProgress = {
  /** Whole percent of the recording, rounded down: 100 is said of all of it. */
  readonly watchedPercent: number
  readonly hintsResolvedPercent: number
  readonly unresolved: readonly string[]
  /** Judged, but the moment itself was never played. */
  readonly judgedUnseen: readonly string[]
  readonly complete: boolean
}

/** `played`: what was shown on the screen, in the time of the recording; skipped stretches are not in it. */
export function reviewProgress(
  recording: Span,
  played: readonly Span[],
  hints: readonly ReviewedHint[],
  /** The share a person must have seen; the institution's. */
  watchAtLeastPercent: number,
): ReviewProgress {
  const lengthMs = recording.to - recording.from
  const watchedPercent =
    lengthMs > 0 ? Math.floor((coverage(recording, played).coveredMs * 100) / lengthMs) : 0
  const unresolved = hints.filter(({ state }) => state === 'open').map(({ id }) => id)
  const judgedUnseen = hints
    .filter(({ state, span }) => state !== 'open' && !wasPlayed(span, played))
    .map(({ id }) => id)
  return {
    watchedPercent,
    hintsResolvedPercent:
      hints.length === 0 ? 100 : Math.floor(((hints.length - unresolved.length) * 100) / hints.length),
    unresolved,
    judgedUnseen,
    complete: unresolved.length === 0 && judgedUnseen.length === 0 && watchedPercent >= watchAtLeastPercent,
  }
}

const wasPlayed = (span: Span, played: readonly Span[]): boolean =>
  coverage(span, played).coveredMs >= span.to - span.from
