// Ranges of a media buffer, in seconds.

export type Range = { readonly start: number; readonly end: number }

export function rangesOf(buffered: TimeRanges): Range[] {
  return Array.from({ length: buffered.length }, (_, i) => ({
    start: buffered.start(i),
    end: buffered.end(i),
  }))
}

/** Fragments of different tracks do not end on the same sample. */
const SLACK = 0.12

export const holding = (ranges: readonly Range[], at: number): Range | null =>
  ranges.find(({ start, end }) => at >= start - SLACK && at < end) ?? null

/** How far it plays on from `at` without a hole, in seconds. */
export const aheadOf = (ranges: readonly Range[], at: number): number => {
  const here = holding(ranges, at)
  return here ? here.end - at : 0
}

/** The last samples of a fragment may end so much before its stated length. */
export const TAIL_MS = 300

/** The stretch whose last picture stands for a moment just after it. */
export const endingBefore = (ranges: readonly Range[], at: number): Range | null =>
  ranges.find(({ end }) => at >= end && at - end < TAIL_MS / 1000) ?? null

export type Keep = { readonly from: number; readonly to: number }

/** What may be thrown away: everything outside the stretches to keep. */
export function surplus(ranges: readonly Range[], keep: readonly Keep[]): Range[] {
  const sorted = keep.toSorted((a, b) => a.from - b.from)
  return ranges.flatMap((range) => {
    const out: Range[] = []
    let start = range.start
    for (const { from, to } of sorted) {
      if (to <= start) continue
      if (from >= range.end) break
      if (from > start) out.push({ start, end: from })
      start = Math.max(start, to)
    }
    if (start < range.end) out.push({ start, end: range.end })
    return out.filter(({ start, end }) => end - start > 1)
  })
}
