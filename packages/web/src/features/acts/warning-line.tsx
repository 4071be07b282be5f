import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './acts.module.css'
import type { Warning } from './reading.ts'

export function WarningLine({ warning }: { warning: Warning }) {
  const { t, i18n } = useTranslation()
  return (
    <p className={classes.warning}>
      <StateMark tone="warn" word={t('acts.warned')} quiet />
      <span>{i18n.language.startsWith('ru') ? warning.ru : warning.en}</span>
    </p>
  )
}
