import type { MarkView } from '@ochno/contract/appeal-parts'
import type { AppealView } from '@ochno/contract/appeals'
import { useTranslation } from 'react-i18next'
import { clockAt } from '../../ui/clock-at.ts'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'

type Props = {
  readonly verdict: NonNullable<AppealView['verdict']>
  readonly marks: readonly MarkView[]
  readonly zone: string
}

/** What the commission decided, and which minutes it rests on. */
export function VerdictView({ verdict, marks, zone }: Props) {
  const { t } = useTranslation()
  return (
    <dl className={classes.facts}>
      <dt>{t('appeals.verdict.decision')}</dt>
      <dd>
        {t(verdict.satisfied ? 'appeals.outcomes.satisfied' : 'appeals.outcomes.dismissed')}
        {verdict.value ? `: ${t(`decisions.values.${verdict.value}`)}` : ''}
      </dd>
      {verdict.annulled.length ? (
        <>
          <dt>{t('appeals.verdict.annulled')}</dt>
          <dd>
            {marks
              .filter(({ key }) => verdict.annulled.includes(key))
              .map(({ wording }) => wording)
              .join('; ')}
          </dd>
        </>
      ) : null}
      <dt>{t('appeals.verdict.reasoning')}</dt>
      <dd className={classes.text}>{verdict.reasoning}</dd>
      {verdict.timeCodes.length ? (
        <>
          <dt>{t('appeals.verdict.timeCodes')}</dt>
          <dd>
            {verdict.timeCodes.map(({ from, to }) => (
              <p key={`${from} ${to}`} className={classes.text}>
                {clockAt(from, zone)}–{clockAt(to, zone)}
              </p>
            ))}
          </dd>
        </>
      ) : null}
      <dt>{t('appeals.verdict.by')}</dt>
      <dd>
        {verdict.by}, <When at={verdict.at} zone={zone} />
      </dd>
      {verdict.votes ? (
        <>
          <dt>{t('appeals.voting.title')}</dt>
          <dd>{t('appeals.voting.counts', verdict.votes)}</dd>
        </>
      ) : null}
      {verdict.second ? (
        <>
          <dt>{t('appeals.verdict.second')}</dt>
          <dd>{verdict.second}</dd>
        </>
      ) : null}
    </dl>
  )
}
