// App. 5 of 004: de-identification. What is left of an exam when it can not be said any more of whom it was.
export type Bare = {
  readonly exam: string
  readonly title: string
  /** `2026-06` */
  readonly month: string
  readonly minutes: number
  readonly hints: number
  readonly marks: readonly string[]
  readonly result: string | null
}

/** In a smaller group somebody who was there would know the person by the result. Engineering proposal, not a number of an act. */
export const LEAST_TOGETHER = 5
const STEP_MINUTES = 5

type Figures = Omit<Bare, 'exam'>

/**
 * Rows without names, numbers, days or times, of groups of at least so many, in an order that says nothing:
 * `order` gives each row any number.
 */
export function deidentified(
  rows: readonly Bare[],
  order: () => number,
  least = LEAST_TOGETHER,
): { readonly rows: readonly Figures[]; readonly leftOut: number } {
  const sizes = new Map<string, number>()
  const group = ({ exam, month }: Bare) => `${exam} ${month}`
  for (const row of rows) sizes.set(group(row), (sizes.get(group(row)) ?? 0) + 1)
  const kept = rows.filter((row) => (sizes.get(group(row)) ?? 0) >= least)
  return {
    rows: kept
      .map(({ exam: _exam, ...row }) => ({ at: order(), row: { ...row, minutes: rounded(row.minutes) } }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ row }) => row),
    leftOut: rows.length - kept.length,
  }
}

const rounded = (minutes: number): number => Math.round(minutes / STEP_MINUTES) * STEP_MINUTES
