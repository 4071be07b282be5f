/** The one clock of a session under review (R1-2.2b): camera and screen follow it. Milliseconds; `now` is an argument. */
export class SessionClock {
  #at = 0
  #since = 0
  #rate = 1
  #running = false

  at(now: number): number {
    return this.#running ? this.#at + (now - this.#since) * this.#rate : this.#at
  }
  get running(): boolean {
    return this.#running
  }
  get rate(): number {
    return this.#rate
  }
  set(at: number, now: number): void {
    this.#at = at
    this.#since = now
  }
  speed(rate: number, now: number): void {
    this.set(this.at(now), now)
    this.#rate = rate
  }
  run(now: number): void {
    if (this.#running) return
    this.#since = now
    this.#running = true
  }
  hold(now: number): void {
    this.#at = this.at(now)
    this.#running = false
  }
}

export type Follow = { readonly do: 'seek' } | { readonly do: 'rate'; readonly rate: number }

const STEADY_S = 0.06

/** How one track catches up with the clock: a hair faster or slower, or a seek when it is far off. */
export function follow(driftS: number, speed: number): Follow {
  if (Math.abs(driftS) > 0.4 * Math.max(1, speed)) return { do: 'seek' }
  if (Math.abs(driftS) < STEADY_S * Math.max(1, speed)) return { do: 'rate', rate: speed }
  const pull = Math.max(-0.1, Math.min(0.1, driftS * 0.5))
  return { do: 'rate', rate: speed * (1 - pull) }
}
