import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './acts.module.css'
import type { Warning } from './reading.ts'
import { useParameterName } from './value-words.ts'
import { WarningLine } from './warning-line.tsx'

/** Every doubt of an edition, folded: each also stands at its parameter. */
export function WarningsCard({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useTranslation()
  const name = useParameterName()
  if (!warnings.length) return null
  return (
    <Card>
      <details>
        <summary className={classes.summary}>{t('acts.warningsCount', { count: warnings.length })}</summary>
        <p className={classes.quiet}>{t('acts.warningsLead')}</p>
        <ul className={classes.list}>
          {warnings.map((warning) => (
            <li key={`${warning.trap} ${warning.keys.join()}`}>
              <WarningLine warning={warning} />
              <p className={classes.about}>{warning.keys.map(name).join('; ')}</p>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
