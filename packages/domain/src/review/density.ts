import type { Span } from '../recording/coverage.ts'

/** How much of each of `many` equal stretches of the recording has a hint in it, 0 to 1 each. */
export function density(recording: Span, spans: readonly Span[], many: number): readonly number[] {
  const step = (recording.to - recording.from) / many
  if (step <= 0) return Array.from({ length: many }, () => 0)
  return Array.from({ length: many }, (_, i) => {
    const [from, to] = [recording.from + i * step, recording.from + (i + 1) * step]
    const within = spans.reduce(
      (sum, span) =>
        sum + Math.max(0, Math.min(to, Math.max(span.to, span.from + 1)) - Math.max(from, span.from)),
      0,
    )
    return Math.min(1, within / step)
  })
}
