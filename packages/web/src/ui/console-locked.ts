import { createContext } from 'react'

/** True behind a lock: no sheet opens over it, no key acts, nothing sounds. */
export const ConsoleLocked = createContext(false)
