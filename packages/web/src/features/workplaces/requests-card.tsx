import { Button } from '@mantine/core'
import { listWorkplaces } from '@ochno/contract/workplaces'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'

export function RequestsCard() {
  const { t } = useTranslation()
  const load = useLoad(listWorkplaces, {}, { everyMs: 60_000 })
  return (
    <Card
      title={t('workplaces.staff.card')}
      actions={
        <Button component={Link} to="/workplaces" variant="default">
          {t('workplaces.staff.open')}
        </Button>
      }
    >
      <LoadView load={load} rows={1}>
        {({ requests }) => {
          const waiting = requests.filter(({ state }) => state === 'asked').length
          return (
            <p>
              {waiting ? t('workplaces.staff.waiting', { count: waiting }) : t('workplaces.staff.noRequests')}
            </p>
          )
        }}
      </LoadView>
    </Card>
  )
}
