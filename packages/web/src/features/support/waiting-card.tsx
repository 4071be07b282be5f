import { Button } from '@mantine/core'
import { listTickets } from '@ochno/contract/support'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'

export function WaitingCard() {
  const { t } = useTranslation()
  const queue = useLoad(listTickets, { query: { closed: 'no', size: 1 } }, { everyMs: 15_000 })
  return (
    <Card
      title={t('support.queue')}
      actions={
        <Button component={Link} to="/tickets" variant="default">
          {t('support.toQueue')}
        </Button>
      }
    >
      <LoadView load={queue} rows={1}>
        {({ rows, total }) => (
          <p>
            {total ? t('support.waits', { count: total }) : t('support.nobody')}
            {rows.some(({ examNow }) => examNow) ? ` ${t('support.examWaits')}` : ''}
          </p>
        )}
      </LoadView>
    </Card>
  )
}
