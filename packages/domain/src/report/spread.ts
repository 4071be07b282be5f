// How values lie: the middle one, the quarters beside it, and how many fall into each step of a plot.
export type Spread = {
  readonly count: number
  readonly least: number
  readonly quarter: number
  readonly median: number
  readonly threeQuarters: number
  readonly most: number
}

/** Between two neighbours in proportion, as spreadsheets count it. */
function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}

export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    least: at(sorted, 0),
    quarter: at(sorted, 0.25),
    median: at(sorted, 0.5),
    threeQuarters: at(sorted, 0.75),
    most: at(sorted, 1),
  }
}

export type Bin = { readonly from: number; readonly to: number; readonly count: number }

/** Equal steps from the lowest to the highest value, none left out; `from` belongs to a step, `to` to the next one. */
export function binsOf(values: readonly number[], step: number): readonly Bin[] {
  if (values.length === 0) return []
  const places = values.map((value) => Math.floor(value / step))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) * step,
    to: (first + i + 1) * step,
    count: places.filter((place) => place === first + i).length,
  }))
}

/** The smallest step of these that needs no more than `most` of them. */
export function stepFor(values: readonly number[], steps: readonly number[], most: number): number {
  const span = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
  return steps.find((step) => span / step < most) ?? (steps.at(-1) as number)
}
