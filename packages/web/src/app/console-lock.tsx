import type { ReactNode } from 'react'
import { useConsoleLock } from '../api/use-console-lock.ts'
import { LockScreen } from '../ui/lock-screen.tsx'

/** B-26: while the wall is locked its people are not seen by another tab either. */
export function ConsoleLock({ children }: { children: ReactNode }) {
  const { locked, open } = useConsoleLock()
  return locked ? <LockScreen open={open} /> : children
}
