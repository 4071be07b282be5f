import { readQuality } from '@ochno/contract/quality'
import type { SessionId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { QualityLine } from '../../ui/quality-line.tsx'
import classes from './wall.module.css'

const EVERY_MS = 30_000

/** R1-4.1k: how good the pictures of the last minute were, beside the picture one person is judged by. */
export function QualityNow({ session }: { session: string }) {
  const { t } = useTranslation()
  const load = useLoad(readQuality, { params: { sid: session as SessionId } }, { everyMs: EVERY_MS })
  if (load.is !== 'ready') return null
  const { lately, unjudged } = load.value
  if (lately.length === 0 && !unjudged) return null
  return (
    <ul className={classes.quality} aria-label={t('quality.title')}>
      {lately.map((one) => (
        <li key={one.track}>
          <QualityLine of={one} />
        </li>
      ))}
      {unjudged ? <li>{t('quality.saidShort', { reason: unjudged.reason })}</li> : null}
    </ul>
  )
}
