import { Anchor } from '@mantine/core'
import type { AfterExam } from '@ochno/contract/after-exam'
import { useTranslation } from 'react-i18next'
import { clockAt } from '../../ui/clock-at.ts'
import { Card, Rows } from '../../ui/page.tsx'
import classes from './appeals.module.css'

/** What was recorded and how whole it is, receipts to keep, and why the pictures themselves are not here. */
export function RecordedCard({ view, zone }: { view: AfterExam; zone: string }) {
  const { t } = useTranslation()
  return (
    <Card
      title={t('appeals.recorded.title')}
      lead={t(
        view.protocol
          ? view.coverage.length
            ? 'appeals.recorded.lead'
            : 'appeals.recorded.none'
          : 'appeals.recorded.waiting',
      )}
    >
      <Rows>
        {view.coverage.length ? (
          <ul className={classes.list}>
            {view.coverage.map(({ track, percent, gaps }) => (
              <li key={track} className={classes.item}>
                <strong>{t(`protocols.tracks.${track as 'cam'}`)}</strong>:{' '}
                {t('appeals.recorded.percent', { percent: Math.round(percent * 10) / 10 })}
                {gaps.slice(0, 5).map(([from, to]) => (
                  <p key={from} className={classes.quiet}>
                    {t('appeals.recorded.gap')} {clockAt(new Date(from).toISOString(), zone)}–
                    {clockAt(new Date(to).toISOString(), zone)}
                  </p>
                ))}
                {gaps.length > 5 ? (
                  <p className={classes.quiet}>{t('appeals.recorded.more', { count: gaps.length - 5 })}</p>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        <p className={classes.text}>
          {view.recordingClauses.length
            ? t('appeals.recorded.clause', { clauses: view.recordingClauses.join(', ') })
            : t('appeals.recorded.noClause')}
        </p>
        {view.own ? (
          <p className={classes.text}>
            <Anchor href={`/api/my/sessions/${view.session}/receipts`} download>
              {t('exam.over.receipts')}
            </Anchor>
            <br />
            <span className={classes.quiet}>{t('exam.over.receiptsText')}</span>
          </p>
        ) : null}
      </Rows>
    </Card>
  )
}
