import { Button } from '@mantine/core'
import type { RecordingRow } from '@ochno/contract/watch'
import { IconVideoOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

/** Running, over but with a queue still on the examinee's disk, or closed for good. */
export const recordingState = (row: RecordingRow) =>
  row.closedAt !== null
    ? ({ tone: 'ok', word: 'closed' } as const)
    : row.deauthorizedAt !== null
      ? ({ tone: 'warn', word: 'arriving' } as const)
      : ({ tone: 'info', word: 'running' } as const)

export function RecordingsView({
  rows,
  zone,
  searched,
}: {
  rows: readonly RecordingRow[]
  zone: string
  searched: boolean
}) {
  const { t } = useTranslation()
  if (!rows.length)
    return searched ? (
      <p role="status">{t('reviewer.list.nothingFound')}</p>
    ) : (
      <Empty icon={IconVideoOff} title={t('reviewer.list.empty')}>
        {t('reviewer.list.emptyText')}
      </Empty>
    )
  return (
    <Table
      label={t('reviewer.list.title')}
      rows={rows}
      rowKey={(row) => row.session}
      columns={[
        { name: t('reviewer.list.name'), cell: (row) => <strong>{row.examinee.name}</strong> },
        { name: t('reviewer.list.exam'), cell: (row) => row.exam.title },
        {
          name: t('reviewer.list.when'),
          cell: (row) => <When at={row.authorizedAt ?? row.opensAt} zone={zone} />,
        },
        {
          name: t('reviewer.list.state'),
          cell: (row) => {
            const { tone, word } = recordingState(row)
            return <StateMark tone={tone} word={t(`reviewer.list.${word}`)} />
          },
        },
        {
          name: t('reviewer.list.openShort'),
          quiet: true,
          cell: (row) => (
            <Button
              component={Link}
              to={`/recordings/${row.session}`}
              variant="default"
              size="compact-md"
              aria-label={t('reviewer.list.open', { name: row.examinee.name })}
            >
              {t('reviewer.list.openShort')}
            </Button>
          ),
        },
      ]}
    />
  )
}
