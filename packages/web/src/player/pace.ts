// How a live picture keeps close to now without stutter: pure.

export type Pace =
  | { readonly do: 'rate'; readonly rate: number }
  | { readonly do: 'jump'; readonly to: number }

/** Seconds behind the newest byte a player of this track aims at; a screen has five pictures a second and stalls with less. */
export const LIVE_TARGET = { cam: 0.35, cam2: 0.35, call: 0.35, screen: 0.9, events: 0 } as const

/**
 * A small picture among many is shown this much later, and its bytes go into the buffer no more often than this: decoders then
 * work ahead, and a machine that is busy for a moment leaves out no picture.
 */
export const EASED = { behindS: 0.9, gatherMs: 280 } as const

const LOST_S = 2.5

type Edge = {
  readonly now: number
  readonly start: number
  readonly end: number
  readonly target: number
}

/** `start`…`end`: the newest stretch in the buffer. Small lags are walked off by speed, large ones jumped. */
export function paceOf({ now, start, end, target }: Edge): Pace {
  const lag = end - now
  if (now < start - 0.05 || lag > target + LOST_S || lag < -0.5)
    return { do: 'jump', to: Math.max(start, end - target) }
  if (lag > target + 0.6) return { do: 'rate', rate: 1.25 }
  if (lag > target + 0.2) return { do: 'rate', rate: 1.1 }
  if (lag < target * 0.35) return { do: 'rate', rate: 0.93 }
  return { do: 'rate', rate: 1 }
}

/** Later than this a small picture hurries, until it is where it should be. */
const EASED_LATE_S = 1

type EasedEdge = Edge & {
  readonly rate: number
  /** Seconds that play on from here before there is a hole. */
  readonly ahead: number
}

/** A small picture keeps its speed: every change of it stretches the sound, and among thirty that costs what decoding does. */
export function easedPace({ now, start, end, target, rate, ahead }: EasedEdge): Pace {
  const lag = end - now
  const over = now < start - 0.05 && ahead < 0.1
  if (over || lag > target + LOST_S || lag < -0.5) return { do: 'jump', to: Math.max(start, end - target) }
  if (lag > target + EASED_LATE_S || (rate > 1 && lag > target)) return { do: 'rate', rate: 1.1 }
  if (lag < target * 0.3 || (rate < 1 && lag < target * 0.8)) return { do: 'rate', rate: 0.93 }
  return { do: 'rate', rate: 1 }
}

/** A line that stalls gets a little more air, and loses it again while it does not. */
export class LiveTarget {
  #extra = 0
  readonly #base: number
  constructor(base: number) {
    this.#base = base
  }
  get seconds(): number {
    return this.#base + this.#extra
  }
  stalled(): void {
    this.#extra = Math.min(1.5, this.#extra + 0.15)
  }
  /** Called for each second without a stall. */
  calm(): void {
    this.#extra = Math.max(0, this.#extra - 0.02)
  }
}
