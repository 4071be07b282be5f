import { Button } from '@mantine/core'
import type { readJournal } from '@ochno/contract/journal'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'

type Row = ReplyOf<typeof readJournal>['rows'][number]

export function JournalTable({
  rows,
  more,
  zone,
  onObject,
}: {
  rows: readonly Row[]
  more: More
  zone: string
  onObject: (object: string) => void
}) {
  const { t, i18n } = useTranslation()
  // What a newer server writes is shown as it came.
  const word = (key: string, plain: string) => (i18n.exists(key) ? t(key as 'common.roles.proctor') : plain)
  const purpose = (row: Row) =>
    word(`journal.purposes.${row.purpose}`, word(`reviewer.purpose.${row.purpose}`, row.purpose))
  return (
    <LongTable
      label={t('journal.title')}
      rows={rows}
      more={more}
      rowKey={(row) => row.id}
      columns={[
        { name: t('journal.when'), cell: (row) => <When at={row.at} zone={zone} /> },
        {
          name: t('journal.who'),
          cell: (row) => (
            <>
              <strong>{row.actorName ?? t('journal.byItself')}</strong>
              {row.actorName === null ? null : (
                <>
                  <br />
                  {word(`common.roles.${row.role}`, row.role)}
                </>
              )}
            </>
          ),
        },
        {
          name: t('journal.what'),
          cell: (row) => (
            <>
              {word(`journal.deeds.${row.action}`, row.action)}
              {row.result === 'refused' ? (
                <>
                  <br />
                  <StateMark tone="warn" word={t('journal.refused')} />
                </>
              ) : null}
            </>
          ),
        },
        { name: t('journal.why'), cell: purpose },
        {
          name: t('journal.object'),
          cell: (row) => (
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('journal.onlyThis', { object: row.object })}
              onClick={() => onObject(row.object)}
            >
              {row.object}
            </Button>
          ),
        },
      ]}
    />
  )
}
