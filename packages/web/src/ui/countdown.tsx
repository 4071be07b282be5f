import { useTranslation } from 'react-i18next'
import { clock, spokenMinutes } from './clock.ts'
import classes from './countdown.module.css'

/** R1-4.1l: the time left is always in sight. Digits of equal width, so nothing moves but the digits. */
export function Countdown({ leftMs, label }: { leftMs: number; label: string }) {
  const { t } = useTranslation()
  const spoken = spokenMinutes(leftMs)
  return (
    <div className={classes.countdown} data-late={leftMs < 5 * 60_000 || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.digits} role="timer" aria-label={label}>
        {clock(leftMs)}
      </span>
      <span role="status" className={classes.spoken}>
        {spoken === null ? '' : t('exam.run.announce', { count: spoken })}
      </span>
    </div>
  )
}
