import { Button } from '@mantine/core'
import { listRecordings } from '@ochno/contract/watch'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { RecordingsView } from './recordings-view.tsx'

const SHOWN = 5

export function RecordingsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listRecordings, { query: {} }, { everyMs: 60_000 })
  return (
    <Card
      title={t('reviewer.card.title')}
      actions={
        <Button component={Link} to="/recordings" variant="default">
          {t('reviewer.card.open')}
        </Button>
      }
    >
      <LoadView load={list}>
        {({ rows }) => (
          <RecordingsView
            rows={rows.slice(0, SHOWN)}
            zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
            searched={false}
          />
        )}
      </LoadView>
    </Card>
  )
}
