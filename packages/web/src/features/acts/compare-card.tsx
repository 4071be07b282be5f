import { NativeSelect } from '@mantine/core'
import { compareActs, listActs, type SettingView } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useParameterName, useValueWords } from './value-words.ts'

export function CompareCard({ act }: { act: string }) {
  const { t } = useTranslation()
  const acts = useLoad(listActs, {})
  const [other, setOther] = useState('')
  const others = acts.is === 'ready' ? acts.value.rows.filter(({ id }) => id !== act) : []
  if (!others.length) return null
  return (
    <Card title={t('acts.compare.title')}>
      <Rows>
        <NativeSelect
          label={t('acts.compare.other')}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
          data={[
            { value: '', label: t('acts.decide.choose') },
            ...others.map(({ id, title, edition }) => ({
              value: id,
              label: t('acts.list.edition', { title, edition }),
            })),
          ]}
        />
        {other ? <Differences act={act} other={other} /> : null}
      </Rows>
    </Card>
  )
}

function Differences({ act, other }: { act: string; other: string }) {
  const { t } = useTranslation()
  const name = useParameterName()
  const words = useValueWords()
  const load = useLoad(compareActs, { params: { aid: act, other } })
  const said = (setting: SettingView): string =>
    setting.state === 'open' ? t('acts.open') : words(setting.key, setting.value)
  return (
    <LoadView load={load}>
      {({ rows }) =>
        rows.length ? (
          <Table
            label={t('acts.compare.title')}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { name: t('acts.compare.parameter'), cell: ({ key }) => name(key) },
              { name: t('acts.compare.before'), cell: ({ before }) => said(before) },
              { name: t('acts.compare.after'), cell: ({ after }) => said(after) },
            ]}
          />
        ) : (
          <p>{t('acts.compare.same')}</p>
        )
      }
    </LoadView>
  )
}
