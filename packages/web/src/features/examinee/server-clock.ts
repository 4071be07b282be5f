import { useEffect, useState } from 'react'

/** The server's clock as of its last word, carried on by a clock that the person can not set. */
export type ServerClock = { readonly serverMs: number; readonly heardAt: number }

export const readClock = (clock: ServerClock, monotonic: number): number =>
  clock.serverMs + (monotonic - clock.heardAt)

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000

/** The server's time in ms, by whole seconds: what shows it is drawn once a second. */
export function useServerNow(clock: ServerClock): number {
  const [now, setNow] = useState(() => wholeSecond(readClock(clock, performance.now())))
  useEffect(() => {
    const tick = () => setNow(wholeSecond(readClock(clock, performance.now())))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
