import type { TrialView } from '@ochno/contract/trial'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import { Rows } from '../../../ui/page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import classes from './trial.module.css'

type Mend = TrialView['mend'][number]

/** Advice to one person: what would stop the exam first, what would only disturb it after. */
export function MendList({ mend }: { mend: readonly Mend[] }) {
  const { t } = useTranslation()
  if (mend.length === 0) return <Notice tone="ok" live="status" title={t('trial.allWell')} />
  return (
    <Rows>
      <ul className={classes.mend} aria-label={t('trial.toMend')}>
        {mend.map(({ code, weight, step }) => (
          <li key={`${code} ${step}`}>
            <StateMark quiet tone={weight === 'must' ? 'bad' : 'warn'} word={t(`trial.weights.${weight}`)} />
            <span>{t(`trial.mend.${code}`, { step: step ? t(`door.steps.${step}.name`) : '' })}</span>
          </li>
        ))}
      </ul>
      <p className={classes.line}>
        <a href="/exam/equipment">{t('equipment.home.open')}</a>
        {' · '}
        <a href="/help">{t('support.ask')}</a>
      </p>
    </Rows>
  )
}
