import type { listExamNotices } from '@ochno/contract/notices'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

type Row = ReplyOf<typeof listExamNotices>['rows'][number]

const tones = { not_told: 'warn', queued: 'info', delivered: 'ok', read: 'ok' } as const

export function ToldTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const { t } = useTranslation()
  return (
    <Table
      label={t('notices.exam.title')}
      rows={rows}
      rowKey={(row) => row.session}
      columns={[
        { name: t('notices.exam.who'), cell: (row) => <strong>{row.examinee.name}</strong> },
        {
          name: t('notices.exam.state'),
          cell: (row) => <StateMark tone={tones[row.state]} word={t(`notices.exam.states.${row.state}`)} />,
        },
        {
          name: t('notices.exam.when'),
          cell: (row) => (row.at ? <When at={row.at} zone={zone} /> : '—'),
        },
      ]}
    />
  )
}
