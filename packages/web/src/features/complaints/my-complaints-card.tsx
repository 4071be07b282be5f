import { listMyComplaints } from '@ochno/contract/complaints'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { Standing } from './standing.tsx'

/** R1-5.2a: by when one's own complaint is answered, and the answer; there is no such card before the first one. */
export function MyComplaintsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useLoad(listMyComplaints, {}, { everyMs: 60_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  return (
    <Card title={t('complaints.mine.title')} lead={t('complaints.mine.lead')}>
      <Table
        label={t('complaints.mine.title')}
        rows={list.value.rows}
        rowKey={(row) => `${row.session} ${row.seq}`}
        columns={[
          {
            name: t('complaints.when'),
            cell: (row) => (
              <>
                <When at={row.at} zone={zone} />
                <br />
                {t('complaints.mine.of', { name: row.examinee, exam: row.exam })}
              </>
            ),
          },
          { name: t('complaints.text'), cell: (row) => row.text || t('complaints.erased') },
          { name: t('complaints.standing'), cell: (row) => <Standing row={row} zone={zone} /> },
        ]}
      />
    </Card>
  )
}
