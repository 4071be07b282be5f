// A share out of a few cases says little: it is shown with the interval it may really lie in.
export type Rate = {
  readonly part: number
  readonly of: number
  readonly share: number
  /** Wilson's interval, 95 %: it stays within 0…1 and is honest where there are few cases. */
  readonly low: number
  readonly high: number
}

const Z = 1.959964

/** Null: of nothing there is no share. */
export function rateOf(part: number, of: number): Rate | null {
  if (of === 0) return null
  const share = part / of
  const z2 = Z * Z
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { part, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Whether two shares may well be one and the same: what looks like a difference is then no ground for anything. */
export const mayBeSame = (a: Rate, b: Rate): boolean => a.low <= b.high && b.low <= a.high
