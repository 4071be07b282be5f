import { Button } from '@mantine/core'
import { CONSOLE_LOCK_S } from '@ochno/domain/access/idle'
import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idleMs } from '../../api/activity.ts'
import { proveAgain } from '../../api/step-up.ts'
import classes from './wall-lock.module.css'

const LOOK_MS = 1_000
/** A reload opens nothing. */
const KEY = 'ochno.wall.locked'

/** B-26: nobody touched the wall for ten minutes: its people are hidden, it goes on watching and ringing behind. */
export function WallLock({ waiting, children }: { waiting: number; children: ReactNode }) {
  const { t } = useTranslation()
  const [locked, setLocked] = useState(() => sessionStorage.getItem(KEY) === '1')
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (locked) return heading.current?.focus()
    const timer = setInterval(() => {
      if (idleMs() < CONSOLE_LOCK_S * 1000) return
      sessionStorage.setItem(KEY, '1')
      setLocked(true)
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [locked])
  const open = async () => {
    setAsking(true)
    const proved = await proveAgain()
    setAsking(false)
    if (!proved) return
    sessionStorage.removeItem(KEY)
    setLocked(false)
  }
  return (
    <>
      <div inert={locked} className={locked ? classes.hidden : undefined}>
        {children}
      </div>
      {locked ? (
        <div className={classes.lock}>
          <IconLock size={40} aria-hidden />
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            {t('proctor.lock.title')}
          </h1>
          <p>{t('proctor.lock.text')}</p>
          <p role="status" className={classes.waiting}>
            {waiting ? t('proctor.lock.waiting', { count: waiting }) : t('proctor.lock.none')}
          </p>
          <Button size="lg" color="accent.7" loading={asking} onClick={() => void open()}>
            {t('proctor.lock.open')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
