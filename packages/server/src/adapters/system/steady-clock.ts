// The server's time goes on by its own count: a step of the machine's clock does not move the end of an exam that is running (F-04).
import { fromMs } from '@ochno/domain/time'
import type { Clock } from '../../ports/clock.ts'

/** A difference from the machine's clock up to this is drift, and is made good while nobody notices. */
const DRIFT_MS = 1000
/** How much of the time that passes is used to make drift good. */
const FOLLOWS = 0.005
/** A greater step is a machine that slept, or a clock that was plainly wrong: it is believed at once. */
const BELIEVED_MS = 30 * 60_000

export type SteadyFrom = {
  readonly wallMs: () => number
  readonly monoMs: () => number
  /** Somebody is being recorded: a step waits until nobody is. */
  readonly holds: () => boolean
  /** Told once for each step: what the machine's clock is ahead by, and whether it was taken. */
  readonly stepped: (byMs: number, taken: boolean) => void
}

export function steadyClock({ wallMs, monoMs, holds, stepped }: SteadyFrom): Clock {
  let at = wallMs()
  let mono = monoMs()
  let told = false
  const take = (byMs: number): void => {
    stepped(byMs, true)
    told = false
    at += byMs
  }
  const ms = (): number => {
    const now = monoMs()
    const passed = now - mono
    mono = now
    at += passed
    const ahead = wallMs() - at
    if (Math.abs(ahead) <= DRIFT_MS) {
      told = false
      at += Math.max(-passed * FOLLOWS, Math.min(passed * FOLLOWS, ahead))
    } else if (Math.abs(ahead) > BELIEVED_MS || !holds()) take(ahead)
    else if (!told) {
      told = true
      stepped(ahead, false)
    }
    return Math.floor(at)
  }
  return { now: () => fromMs(ms()), ms, mono: monoMs }
}
