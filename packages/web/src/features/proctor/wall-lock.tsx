import { CONSOLE_LOCK_S } from '@ochno/domain/access/idle'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { idleMs } from '../../api/activity.ts'
import { useConsoleLock } from '../../api/use-console-lock.ts'
import { ConsoleLocked } from '../../ui/console-locked.ts'
import { LockScreen } from '../../ui/lock-screen.tsx'
import classes from './wall-lock.module.css'

const LOOK_MS = 1_000

/** B-26: nobody touched the wall for ten minutes: its people are hidden, hints come and ring behind. */
export function WallLock({ waiting, children }: { waiting: number; children: ReactNode }) {
  const { t } = useTranslation()
  const { locked, lock, open } = useConsoleLock()
  const latest = useRef(lock)
  latest.current = lock
  useEffect(() => {
    if (locked) return
    const timer = setInterval(() => {
      if (idleMs() >= CONSOLE_LOCK_S * 1000) latest.current()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [locked])
  return (
    <ConsoleLocked value={locked}>
      <div inert={locked} className={locked ? classes.hidden : undefined}>
        {children}
      </div>
      {locked ? (
        <LockScreen
          waiting={waiting ? t('proctor.lock.waiting', { count: waiting }) : t('proctor.lock.none')}
          open={open}
        />
      ) : null}
    </ConsoleLocked>
  )
}
