/** One sees how it began: a jump lands this much before a hint. */
export const BEFORE_MS = 3_000
/** A jump that landed here goes on to the next, not to itself again. */
const SAME_MS = 500

type At = { readonly no: number; readonly fromMs: number }

const landing = ({ fromMs }: At): number => fromMs - BEFORE_MS

/** The next or the one before, by place; round the end to the first. */
export function nextHint<T extends At>(hints: readonly T[], at: number, step: 1 | -1): T | null {
  const ordered = hints.toSorted((a, b) => a.fromMs - b.fromMs || a.no - b.no)
  return step === 1
    ? (ordered.find((hint) => landing(hint) > at + SAME_MS) ?? ordered[0] ?? null)
    : (ordered.findLast((hint) => landing(hint) < at - SAME_MS) ?? ordered.at(-1) ?? null)
}

/** A call is shown from its first ring; after the last one comes the first. */
export function nextCall(starts: readonly number[], at: number): number | null {
  const ordered = starts.toSorted((a, b) => a - b)
  return ordered.find((start) => start > at + SAME_MS) ?? ordered[0] ?? null
}
