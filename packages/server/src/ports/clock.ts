import type { Instant } from '@ochno/domain/time'

export type Clock = {
  readonly now: () => Instant
  /** Unix milliseconds, for hot paths that make no Instant. */
  readonly ms: () => number
  /** Monotonic milliseconds. */
  readonly mono: () => number
}
