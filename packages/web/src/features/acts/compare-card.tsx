import { NativeSelect } from '@mantine/core'
import { compareActs, listActs } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { CompareView } from './compare-view.tsx'
import { shortTitle } from './reading.ts'

export function CompareCard({ act }: { act: string }) {
  const { t } = useTranslation()
  const acts = useLoad(listActs, {})
  const [other, setOther] = useState('')
  const others = acts.is === 'ready' ? acts.value.rows.filter(({ id }) => id !== act) : []
  return (
    <Card title={t('acts.compare.title')} lead={t('acts.compare.lead')}>
      <Rows>
        {acts.is === 'ready' && !others.length ? <p>{t('acts.compare.alone')}</p> : null}
        {others.length ? (
          <NativeSelect
            label={t('acts.compare.other')}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
            data={[
              { value: '', label: t('acts.decide.choose') },
              ...others.map(({ id, title, edition }) => ({
                value: id,
                label: t('acts.list.edition', { title: shortTitle(title), edition }),
              })),
            ]}
          />
        ) : null}
        {other ? <Differences act={act} other={other} /> : null}
      </Rows>
    </Card>
  )
}

function Differences({ act, other }: { act: string; other: string }) {
  const load = useLoad(compareActs, { params: { aid: act, other } })
  return <LoadView load={load}>{({ rows }) => <CompareView rows={rows} />}</LoadView>
}
