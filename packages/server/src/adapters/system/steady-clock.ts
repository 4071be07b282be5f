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
  /** How long the machine is up, with the time it slept: asked only when there is a step. */
  readonly upMs: () => number
  /** The count begins from a clock nobody has checked yet: for so long every step is believed. */
  readonly settlesMs: number
  /** An exam is under way: a step waits until none is. */
  readonly holds: () => boolean
  /** Told once for each step: what the machine's clock is ahead by, and whether it was taken. */
  readonly stepped: (byMs: number, taken: boolean) => void
}

export function steadyClock({ wallMs, monoMs, upMs, settlesMs, holds, stepped }: SteadyFrom): Clock {
  let at = wallMs()
  let mono = monoMs()
  const began = mono
  let asleep = upMs() - mono
  /** The step that waits. */
  let waits: number | null = null
  /** What the machine slept since it was asked last. */
  const slept = (): number => {
    const before = asleep
    asleep = upMs() - mono
    return asleep - before
  }
  const take = (byMs: number): void => {
    stepped(byMs, true)
    waits = null
    at += byMs
  }
  const ms = (): number => {
    const now = monoMs()
    const passed = now - mono
    mono = now
    at += passed
    const ahead = wallMs() - at
    if (Math.abs(ahead) <= DRIFT_MS) {
      waits = null
      at += Math.max(-passed * FOLLOWS, Math.min(passed * FOLLOWS, ahead))
    } else if (now - began < settlesMs || Math.abs(ahead) > BELIEVED_MS || !holds()) {
      slept()
      take(ahead)
    } else if (waits === null || Math.abs(ahead - waits) > DRIFT_MS) {
      const missed = Math.min(slept(), ahead)
      if (missed > DRIFT_MS) take(missed)
      else {
        waits = ahead
        stepped(ahead, false)
      }
    }
    return Math.floor(at)
  }
  return { now: () => fromMs(ms()), ms, mono: monoMs }
}
