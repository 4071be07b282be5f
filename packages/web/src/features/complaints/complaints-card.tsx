import { listComplaints } from '@ochno/contract/conduct'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

/** R1-5.2a: what examinees complained of; there is no such card while nobody did. */
export function ComplaintsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listComplaints, {}, { everyMs: 60_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (list.is !== 'ready' || !list.value.rows.length) return null
  return (
    <Card title={t('complaints.title')} lead={t('complaints.lead')}>
      <Table
        label={t('complaints.title')}
        rows={list.value.rows}
        rowKey={(row) => `${row.session} ${row.at}`}
        columns={[
          { name: t('complaints.when'), cell: (row) => <When at={row.at} zone={zone} /> },
          {
            name: t('complaints.who'),
            cell: (row) => (
              <>
                <strong>{row.examinee}</strong>
                <br />
                {row.exam}
              </>
            ),
          },
          { name: t('complaints.about'), cell: (row) => row.proctors.join(', ') || '—' },
          { name: t('complaints.text'), cell: (row) => row.text },
        ]}
      />
    </Card>
  )
}
