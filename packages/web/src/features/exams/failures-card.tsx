import { Button } from '@mantine/core'
import { listFailures } from '@ochno/contract/failures'
import type { ExamId } from '@ochno/domain/ids'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'

/** SM-17 in one line, with the way to what may be done. */
export function FailuresCard({ exam }: { exam: ExamId }) {
  const { t } = useTranslation()
  const load = useLoad(listFailures, { params: { eid: exam } }, { everyMs: 30_000 })
  if (load.is !== 'ready') return null
  const { rows } = load.value
  const waiting = rows.filter(({ state }) => state === 'open' || state === 'declined').length
  const lead =
    rows.length === 0
      ? t('failures.card.none')
      : [
          t('failures.card.some', { count: rows.length }),
          ...(waiting > 0 ? [t('failures.card.waits', { count: waiting })] : []),
        ].join('; ')
  return (
    <Card
      title={t('failures.card.title')}
      lead={lead}
      actions={
        <Button component={Link} to={`/exams/${exam}/failures`} variant={waiting > 0 ? 'filled' : 'default'}>
          {t('failures.card.open')}
        </Button>
      }
    />
  )
}
