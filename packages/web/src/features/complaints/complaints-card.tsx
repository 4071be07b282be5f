import { Button } from '@mantine/core'
import { listComplaints } from '@ochno/contract/complaints'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { keyOf, useComplaintColumns } from './columns.tsx'

/** R1-5.2a: complaints that wait for an answer; there is no such card while none does. */
export function ComplaintsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listComplaints, {}, { everyMs: 60_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const { when, who, text, standing } = useComplaintColumns(zone)
  const rows = list.is === 'ready' ? list.value.rows.filter(({ state }) => state !== 'answered') : []
  if (rows.length === 0) return null
  return (
    <Card
      title={t('complaints.title')}
      lead={t('complaints.lead')}
      actions={
        <Button component={Link} to="/complaints" variant="default">
          {t('complaints.open')}
        </Button>
      }
    >
      <Table label={t('complaints.title')} rows={rows} rowKey={keyOf} columns={[when, who, text, standing]} />
    </Card>
  )
}
