import { type Probe, probe } from '@ochno/capture'
import { useEffect, useState } from 'react'

/** Whether this device can hold an exam at all; null while it is asked. */
export function useMachine(): Probe | null {
  const [machine, setMachine] = useState<Probe | null>(null)
  useEffect(() => {
    let gone = false
    void probe({ screenNeeded: true }).then((found) => {
      if (!gone) setMachine(found)
    })
    return () => {
      gone = true
    }
  }, [])
  return machine
}
