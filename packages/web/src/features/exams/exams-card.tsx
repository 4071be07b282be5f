import { Button } from '@mantine/core'
import { listExams } from '@ochno/contract/exams'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { isOwnOnly, useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { ExamsView } from './exams-view.tsx'

const SHOWN = 5

/** The teacher's home: exams that are on or ahead. */
export function ExamsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const ahead = useLoad(listExams, { query: { when: 'ahead', size: SHOWN } }, { everyMs: 30_000 })
  const latest = useLoad(listExams, { query: { size: SHOWN } }, { everyMs: 30_000 })
  const exams = ahead.is === 'ready' && ahead.value.total === 0 ? latest : ahead
  return (
    <Card
      title={t('exams.home.title')}
      actions={
        <Button component={Link} to="/exams" variant="default">
          {t('exams.home.open')}
        </Button>
      }
    >
      <LoadView load={exams}>
        {({ rows, total }) => (
          <>
            <ExamsView
              rows={rows}
              ownOnly={isOwnOnly(me)}
              zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
            />
            {total > rows.length ? <p>{t('common.pages.shown', { shown: rows.length, total })}</p> : null}
          </>
        )}
      </LoadView>
    </Card>
  )
}
