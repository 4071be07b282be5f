import { useEffect, useState } from 'react'

/** The server's clock, ticking here: waiting times must not depend on a person's own watch. */
export function useNowMs(serverNow: string): number {
  const [offset, setOffset] = useState(() => Date.parse(serverNow) - Date.now())
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => setOffset(Date.parse(serverNow) - Date.now()), [serverNow])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now + offset
}
