import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './watermark.module.css'

const MINUTE_MS = 60_000
const LINES = ['top', 'middle', 'bottom'] as const

/** R0-7.2b, T-11: who looks and when lies over the picture, so that a photograph of the screen names its source. */
export function Watermark({ name, zone }: { name: string; zone: string }) {
  const { t, i18n } = useTranslation()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  }).format(now)
  return (
    <div className={classes.watermark} aria-hidden>
      {LINES.map((line) => (
        <span key={line}>{t('reviewer.player.watermark', { name, time })}</span>
      ))}
    </div>
  )
}
