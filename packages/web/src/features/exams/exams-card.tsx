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
  const exams = useLoad(listExams, {}, { everyMs: 30_000 })
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
        {({ now, rows }) => {
          const ahead = rows.filter(
            (exam) => Date.parse(exam.closesAt) + exam.lengthMinutes * 60_000 > Date.parse(now),
          )
          return (
            <ExamsView
              rows={(ahead.length ? ahead : rows).slice(0, SHOWN)}
              ownOnly={isOwnOnly(me)}
              zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
            />
          )
        }}
      </LoadView>
    </Card>
  )
}
