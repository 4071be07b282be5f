import { listOwnResults } from '@ochno/contract/decisions'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'

/** The examinee's exams that are over; there is no such card before the first one. */
export function OwnResultsCard() {
  const { t } = useTranslation()
  const list = useLoad(listOwnResults, {}, { everyMs: 60_000 })
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  return (
    <Card title={t('decisions.own.title')}>
      <Table
        label={t('decisions.own.title')}
        rows={list.value.rows}
        rowKey={(row) => row.session}
        columns={[
          {
            name: t('decisions.exam'),
            cell: (row) => <Link to={`/results/${row.session}` as '/'}>{row.exam}</Link>,
          },
          {
            name: t('decisions.stateTitle'),
            cell: (row) => (
              <StateMark
                tone={row.state === 'published' ? 'ok' : 'idle'}
                word={t(`decisions.own.states.${row.state}`)}
              />
            ),
          },
        ]}
      />
    </Card>
  )
}
