import { useEffect, useState } from 'react'

/** The server's clock as of its last word, carried on by a clock that the person can not set. */
export type ServerClock = { readonly serverMs: number; readonly heardAt: number }

export const readClock = (clock: ServerClock, monotonic: number): number =>
  clock.serverMs + (monotonic - clock.heardAt)

/** The server's time in ms, ticking with the screen's second. */
export function useServerNow(clock: ServerClock): number {
  const [now, setNow] = useState(() => readClock(clock, performance.now()))
  useEffect(() => {
    const tick = () => setNow(readClock(clock, performance.now()))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
