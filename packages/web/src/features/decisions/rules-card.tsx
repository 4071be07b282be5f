import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import type { Part } from './part.ts'
import { useClause } from '../../api/use-clause.ts'
import classes from './decisions.module.css'

/** What each rule of the act says, side by side; none of them decides (TR-04). */
export function RulesCard({ view }: Part) {
  const { t } = useTranslation()
  const clause = useClause()
  return (
    <Card
      title={t('decisions.rules.title')}
      lead={view.recommendations.length ? t('decisions.rules.lead') : t('decisions.rules.none')}
    >
      <ul className={classes.rules}>
        {view.recommendations.map((one) => (
          <li key={`${one.rule} ${one.value} ${one.clause}`} className={classes.rule}>
            <p className={classes.quiet}>{clause(one.clause)}</p>
            <p className={classes.value}>
              {one.value ? t(`decisions.values.${one.value}`) : t('decisions.rules.silent')}
            </p>
            <p>{t(`decisions.rules.names.${one.rule}`)}</p>
            {one.status ? (
              <p className={classes.quiet}>
                {t('decisions.rules.status', { status: t(`protocols.statuses.s${one.status}`) })}
              </p>
            ) : null}
            {one.because.length ? (
              <ul className={classes.list}>
                {one.because.map(({ code, wording }) => (
                  <li key={code}>{wording}</li>
                ))}
              </ul>
            ) : null}
            {one.needsDirector ? <p className={classes.quiet}>{t('decisions.rules.director')}</p> : null}
            {one.academicDebt ? <p className={classes.quiet}>{t('decisions.rules.debt')}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
