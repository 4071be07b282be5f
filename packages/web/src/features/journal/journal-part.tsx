import { readJournal } from '@ochno/contract/journal'
import { IconNotebook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { JournalTable } from './journal-table.tsx'

type Props = {
  readonly object: string
  readonly find: string
  readonly zone: string
  readonly onObject: (object: string) => void
}

export function JournalPart({ object, find, zone, onObject }: Props) {
  const { t } = useTranslation()
  const list = usePages(
    readJournal,
    { query: { ...(object ? { object } : {}), ...(find ? { find } : {}) } },
    ({ id }) => id,
  )
  return (
    <LoadView load={list} rows={8}>
      {({ rows, more }) =>
        rows.length ? (
          <JournalTable rows={rows} more={more} zone={zone} onObject={onObject} />
        ) : (
          <Empty icon={IconNotebook} title={t(find ? 'journal.notFound' : 'journal.empty')}>
            {t(find ? 'journal.notFoundText' : 'journal.emptyText')}
          </Empty>
        )
      }
    </LoadView>
  )
}
