import { Button } from '@mantine/core'
import { listReviews } from '@ochno/contract/review'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { useMe } from '../../../api/me.ts'
import { Card } from '../../../ui/page.tsx'
import { QueueView } from './queue-view.tsx'

const SHOWN = 5

/** There is no such card while nothing waits. */
export function ReviewsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listReviews, {}, { everyMs: 60_000 })
  if (list.is !== 'ready') return null
  const open = list.value.rows.filter(({ reviewedAt }) => reviewedAt === null)
  if (open.length === 0) return null
  return (
    <Card
      title={t('review.card.title')}
      actions={
        <Button component={Link} to="/reviews" variant="default">
          {t('review.card.open')}
        </Button>
      }
    >
      <QueueView
        label={t('review.card.title')}
        rows={open.slice(0, SHOWN)}
        zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
      />
    </Card>
  )
}
