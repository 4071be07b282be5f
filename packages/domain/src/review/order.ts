// In what order a reviewer takes what is his: overdue first, then by the exam's two thresholds, then the day of the term, and
// within a day the lowest trust score. The score orders work and decides nothing (T-17).
import type { Band } from '../trust/bands.ts'

export type Ordered = {
  readonly id: string
  readonly dueMs: number | null
  readonly createdMs: number
  /** Hundredths of a point; null: not counted. */
  readonly trust: number | null
  /** Where the thresholds of its exam put it; null with no score. */
  readonly band: Band | null
}

const placeOf: Readonly<Record<Band, number>> = { first: 0, next: 1, last: 2 }

const DAY_MS = 86_400_000

export function inOrder<T extends Ordered>(tasks: readonly T[], nowMs: number): readonly T[] {
  const day = ({ dueMs }: Ordered) =>
    dueMs === null ? Number.POSITIVE_INFINITY : Math.max(-1, Math.floor((dueMs - nowMs) / DAY_MS))
  const late = ({ dueMs }: Ordered) => (dueMs !== null && dueMs < nowMs ? 0 : 1)
  const by = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
  return tasks.toSorted(
    (a, b) =>
      by(late(a), late(b)) ||
      by(placeOf[a.band ?? 'last'], placeOf[b.band ?? 'last']) ||
      by(day(a), day(b)) ||
      by(a.trust ?? 10_000, b.trust ?? 10_000) ||
      by(a.dueMs ?? Number.POSITIVE_INFINITY, b.dueMs ?? Number.POSITIVE_INFINITY) ||
      by(a.createdMs, b.createdMs) ||
      (a.id < b.id ? -1 : 1),
  )
}
