import { type Instant, isBefore } from '../time.ts'

/** Half-open: an exam that ends at noon does not overlap one that begins at noon. */
export type Interval = { readonly from: Instant; readonly until: Instant }

export const overlap = (a: Interval, b: Interval): boolean =>
  isBefore(a.from, b.until) && isBefore(b.from, a.until)

export const covers = (interval: Interval, at: Instant): boolean =>
  !isBefore(at, interval.from) && isBefore(at, interval.until)

/** The largest number of intervals that hold at one moment. It is reached where some interval begins. */
export const mostAtOnce = (intervals: readonly Interval[]): number =>
  Math.max(0, ...intervals.map(({ from }) => intervals.filter((interval) => covers(interval, from)).length))
