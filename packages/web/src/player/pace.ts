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
  /** Bytes come in larger pieces: the distance to the newest grows and shrinks without any of it being a lag. */
  readonly eased: boolean
}

/** `start`…`end`: the newest stretch in the buffer. Small lags are walked off by speed, large ones jumped. */
export function paceOf({ now, start, end, target, eased }: Edge): Pace {
  const lag = end - now
  const swing = eased ? EASED.gatherMs / 1000 : 0
  if (now < start - 0.05 || lag > target + LOST_S || lag < -0.5)
    return { do: 'jump', to: Math.max(start, end - target) }
  if (lag > target + 0.6 + swing) return { do: 'rate', rate: 1.25 }
  if (lag > target + 0.2 + swing) return { do: 'rate', rate: 1.1 }
  if (lag < target * (eased ? 0.6 : 0.35)) return { do: 'rate', rate: 0.93 }
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
