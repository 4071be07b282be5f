import type { OwnResult } from '@ochno/contract/decisions'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { useClause } from '../../api/use-clause.ts'
import classes from './decisions.module.css'

/** Said calmly: what was decided, why, by whom, and what it rests on. */
export function OwnResultView({ result, zone }: { result: OwnResult; zone: string }) {
  const { t } = useTranslation()
  const clause = useClause()
  if (result.state === 'waiting' || result.value === null)
    return (
      <Notice tone="info" title={t('decisions.own.waiting')}>
        {t('decisions.own.waitingText')}
      </Notice>
    )
  return (
    <Rows gap="lg">
      <Card title={t('decisions.own.result')}>
        <Rows>
          <p className={classes.big}>{t(`decisions.values.${result.value}`)}</p>
          <p>{result.explanation}</p>
          <p className={classes.quiet}>{t('decisions.own.ground', { ground: result.ground })}</p>
          <p className={classes.quiet}>
            {result.decidedBy}
            {result.publishedAt ? (
              <>
                , <When at={result.publishedAt} zone={zone} />
              </>
            ) : null}
          </p>
          {result.debt ? <Notice tone="warn" title={t('decisions.own.debt')} /> : null}
        </Rows>
      </Card>
      <Card
        title={t('decisions.own.marks')}
        lead={result.marks.length ? t('decisions.own.marksLead') : t('decisions.own.noMarks')}
      >
        <ul className={classes.list}>
          {result.marks.map((mark) => (
            <li key={`${mark.from} ${mark.wording}`}>
              {mark.wording}
              <p className={classes.quiet}>
                <When at={mark.from} zone={zone} />
                {mark.clause ? ` · ${clause(mark.clause)}` : ''}
                {mark.note ? ` · ${mark.note}` : ''}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Rows>
  )
}
