// What a reviewer really saw of a recording, in Unix ms. It only grows, and the same report twice changes nothing.
import { coverage, type Span } from '../recording/coverage.ts'

/** Faster than this no page plays (player SPEEDS). */
const FASTEST = 10
/** A report may be this much ahead of the clock: the line and the page's own clock jitter. */
const SLACK_MS = 15_000

/** Sorted, without overlap. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const out: { from: number; to: number }[] = []
  for (const { from, to } of spans
    .filter((span) => span.to > span.from)
    .toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else out.push({ from, to })
  }
  return out
}

/** Within the control window only: what lies outside is not part of the exam. */
export const addPlayed = (window: Span, before: readonly Span[], more: readonly Span[]): readonly Span[] =>
  joined([
    ...before,
    ...more.map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) })),
  ])

export const lengthOf = (spans: readonly Span[]): number =>
  joined(spans).reduce((sum, { from, to }) => sum + to - from, 0)

/** Nobody has seen an hour in a minute: more than the fastest playback since the opening is not believed. */
export const isBelievable = (after: readonly Span[], openedAtMs: number, nowMs: number): boolean =>
  lengthOf(after) <= (nowMs - openedAtMs) * FASTEST + SLACK_MS

const NEAR_MS = 5_000
const LOOKED_MS = 1_000

/**
 * Whether a person looked at the moment before saying what it was. A second of it or of the seconds around it is enough:
 * a hint that the camera was gone has no picture of its own.
 */
export const wasLookedAt = ({ from, to }: Span, played: readonly Span[]): boolean =>
  coverage({ from: from - NEAR_MS, to: to + NEAR_MS }, played).coveredMs >= LOOKED_MS
