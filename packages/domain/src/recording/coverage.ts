/** A stretch of time in Unix ms, `to` excluded. */
export type Span = { readonly from: number; readonly to: number }

/** ING-41: a shorter hole is the jitter of fragments, not a gap. */
export const GAP_MS = 1000

export type Coverage = { readonly coveredMs: number; readonly gaps: readonly Span[] }

/** How much of the window the spans cover, and every hole in it of a second or more. Spans may overlap and come in any order. */
export function coverage(window: Span, spans: readonly Span[]): Coverage {
  const gaps: Span[] = []
  let coveredMs = 0
  let reached = window.from
  const hole = (to: number) => {
    if (to - reached >= GAP_MS) gaps.push({ from: reached, to })
  }
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const [from, to] = [Math.max(span.from, window.from), Math.min(span.to, window.to)]
    if (to <= reached || from >= to) continue
    hole(from)
    coveredMs += to - Math.max(from, reached)
    reached = to
  }
  hole(window.to)
  return { coveredMs, gaps }
}
