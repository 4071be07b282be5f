import { readMe } from '@ochno/contract/sign-in'
import { IDLE_S } from '@ochno/domain/access/idle'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idleMs, isUntold, onActed } from '../api/activity.ts'
import { call } from '../api/client.ts'
import { Notice } from '../ui/notice.tsx'
import classes from './idle-watch.module.css'

const LOOK_MS = 5_000
const WARN_BEFORE_MS = 2 * 60_000
const ENDS_MS = IDLE_S.staff * 1000

/** B-06: warns staff before an untouched sign-in ends, and tells the server of work that needs no request, such as reading. */
export function IdleWatch() {
  const { t } = useTranslation()
  const [warned, setWarned] = useState(false)
  useEffect(() => {
    const look = () => {
      const idle = idleMs()
      setWarned(idle >= ENDS_MS - WARN_BEFORE_MS)
      // Either the server learns that somebody is here, or this page that nobody was.
      if (isUntold() || idle > ENDS_MS + LOOK_MS) void call(readMe, {})
    }
    const timer = setInterval(look, LOOK_MS)
    const forget = onActed(() => setWarned(false))
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [])
  if (!warned) return null
  // No button: it would go away under the hand that moves towards it.
  return (
    <div className={classes.place}>
      <Notice tone="warn" live="alert" title={t('common.idle.title')}>
        {t('common.idle.text')}
      </Notice>
    </div>
  )
}
