// The server's clock on the wall: only what shows a time is drawn anew each second, not thirty tiles.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'

const SECOND_MS = 1_000

export class WallClock {
  readonly #listeners = new Set<() => void>()
  #offsetMs = 0
  #shownMs: number
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(serverNowMs: number) {
    this.#offsetMs = serverNowMs - Date.now()
    this.#shownMs = serverNowMs
  }

  readonly nowMs = (): number => Date.now() + this.#offsetMs

  /** Stands still between two ticks. */
  readonly shownMs = (): number => this.#shownMs

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#timer ??= setInterval(this.#tick, SECOND_MS)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0 || this.#timer === null) return
      clearInterval(this.#timer)
      this.#timer = null
    }
  }

  set(serverNowMs: number): void {
    this.#offsetMs = serverNowMs - Date.now()
  }

  readonly #tick = (): void => {
    this.#shownMs = this.nowMs()
    for (const listener of this.#listeners) listener()
  }
}

export function useServerClock(serverNow: string): WallClock {
  const [made] = useState(() => new WallClock(Date.parse(serverNow)))
  useEffect(() => made.set(Date.parse(serverNow)), [made, serverNow])
  return made
}

export const WallClockContext = createContext<WallClock | null>(null)

export function useWallClock(): WallClock {
  const found = useContext(WallClockContext)
  if (!found) throw new Error('no clock on this page')
  return found
}

/** The time of the server, a second at a time. */
export function useNow(): number {
  const { subscribe, shownMs } = useWallClock()
  return useSyncExternalStore(subscribe, shownMs)
}
