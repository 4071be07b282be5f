export type Figures = Readonly<Record<string, number>>
export type Say = (line: string) => void
export type Scenario = {
  readonly run: (say: Say) => Promise<Figures>
  /** Largest value that is good enough. */
  readonly targets?: Figures
}
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]]
  return (low + high) / 2
}
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN
