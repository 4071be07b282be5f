import { listAfterExams } from '@ochno/contract/after-exam'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'

/** Nothing before the first exam is over. */
export function AfterExamsCard() {
  const { t } = useTranslation()
  const list = useLoad(listAfterExams, {}, { everyMs: 60_000 })
  if (list.is !== 'ready' || list.value.rows.length === 0) return null
  const { rows } = list.value
  const children = rows.some(({ own }) => !own)
  return (
    <Card title={t('appeals.after.cardTitle')} lead={t('appeals.after.cardLead')}>
      <Table
        label={t('appeals.after.cardTitle')}
        rows={rows}
        rowKey={(row) => row.session}
        columns={[
          {
            name: t('appeals.exam'),
            cell: (row) => <Link to={`/after-exam/${row.session}` as '/'}>{row.exam}</Link>,
          },
          ...(children
            ? [{ name: t('appeals.examinee'), cell: (row: (typeof rows)[number]) => row.examinee }]
            : []),
          {
            name: t('appeals.one'),
            cell: (row) =>
              row.appeal ? (
                <StateMark
                  tone={row.appeal === 'closed' ? 'idle' : 'warn'}
                  word={t(`appeals.states.${row.appeal}`)}
                />
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Card>
  )
}
