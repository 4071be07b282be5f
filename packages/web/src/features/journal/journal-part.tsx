import { Button } from '@mantine/core'
import { readJournal } from '@ochno/contract/journal'
import { IconNotebook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Rows } from '../../ui/page.tsx'
import { pageOf } from './earlier.ts'
import { JournalTable } from './journal-table.tsx'

const LIMIT = 100

type Props = {
  readonly object: string | null
  readonly before: string | null
  readonly zone: string
  readonly last: boolean
  readonly onObject: (object: string) => void
  readonly onEarlier: (before: string) => void
}

export function JournalPart({ object, before, zone, last, onObject, onEarlier }: Props) {
  const { t } = useTranslation()
  const query = {
    limit: LIMIT,
    ...(object === null ? {} : { object }),
    ...(before === null ? {} : { before }),
  }
  const list = useLoad(readJournal, { query })
  return (
    <LoadView load={list} rows={8}>
      {({ rows }) => {
        const page = pageOf(rows, LIMIT)
        if (!page.rows.length && before === null)
          return (
            <Empty icon={IconNotebook} title={t('journal.empty')}>
              {t('journal.emptyText')}
            </Empty>
          )
        return (
          <Rows>
            <JournalTable rows={page.rows} zone={zone} onObject={onObject} />
            {last ? (
              page.before === null ? (
                <p>{t('journal.end')}</p>
              ) : (
                <Button variant="default" onClick={() => onEarlier(page.before as string)}>
                  {t('journal.earlier')}
                </Button>
              )
            ) : null}
          </Rows>
        )
      }}
    </LoadView>
  )
}
