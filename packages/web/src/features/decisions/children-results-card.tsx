import { listChildrenResults } from '@ochno/contract/decisions'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './decisions.module.css'

/** Published results of one's own children under 18. */
export function ChildrenResultsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listChildrenResults, {}, { everyMs: 60_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  return (
    <Card title={t('decisions.own.children')}>
      <Rows>
        {list.value.rows.map((row) => (
          <div key={`${row.exam} ${row.examinee} ${row.publishedAt}`}>
            <strong>{t('decisions.own.childExam', { name: row.examinee, exam: row.exam })}</strong>
            <p className={classes.value}>{row.value ? t(`decisions.values.${row.value}`) : '—'}</p>
            <p>{row.explanation}</p>
            <p className={classes.quiet}>
              {row.decidedBy}
              {row.publishedAt ? (
                <>
                  , <When at={row.publishedAt} zone={zone} />
                </>
              ) : null}
            </p>
          </div>
        ))}
      </Rows>
    </Card>
  )
}
