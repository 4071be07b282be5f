/** How loud it is, 0…1, told to whoever draws it: ten times a second nothing else of a page is drawn anew. */
export type Loudness = {
  readonly now: () => number
  readonly subscribe: (listener: () => void) => () => void
}

export const steady = (level: number): Loudness => ({ now: () => level, subscribe: () => () => undefined })
export const silence = steady(0)

export class Meter implements Loudness {
  #level = 0
  readonly #listeners = new Set<() => void>()

  readonly now = (): number => this.#level
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** The same again is no news. */
  say(level: number): void {
    if (level === this.#level) return
    this.#level = level
    for (const listener of this.#listeners) listener()
  }
}
