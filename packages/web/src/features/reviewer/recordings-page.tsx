import { TextInput } from '@mantine/core'
import { listRecordings } from '@ochno/contract/watch'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { RecordingsView } from './recordings-view.tsx'

export function RecordingsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [text, setText] = useState('')
  const find = useDeferredValue(text.trim())
  const list = useLoad(listRecordings, { query: find ? { find } : {} }, { everyMs: 30_000 })
  return (
    <Page title={t('reviewer.list.title')} lead={t('reviewer.list.lead')}>
      <Card>
        <Rows>
          <TextInput
            type="search"
            maxLength={100}
            label={t('reviewer.list.find')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <LoadView load={list} rows={6}>
            {({ rows }) => (
              <RecordingsView
                rows={rows}
                zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
                searched={find !== ''}
              />
            )}
          </LoadView>
        </Rows>
      </Card>
    </Page>
  )
}
