import { Button } from '@mantine/core'
import { listMyAccommodations } from '@ochno/contract/accommodations'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { AskSheet } from './ask-sheet.tsx'
import { ConditionCard } from './condition-card.tsx'

export function MyConditions() {
  const { t } = useTranslation()
  const load = useLoad(listMyAccommodations, {})
  const [asking, setAsking] = useState(false)
  const people = load.is === 'ready' ? load.value.people : []
  return (
    <Page
      title={t('accommodations.title')}
      lead={t('accommodations.lead')}
      actions={
        people.length ? (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('accommodations.ask')}
          </Button>
        ) : null
      }
    >
      <LoadView load={load} rows={5}>
        {(value) =>
          value.people.length === 0 ? (
            <Notice tone="info" title={t('accommodations.nobody')} />
          ) : value.rows.length === 0 ? (
            <Card>
              <Empty icon={IconHeartHandshake} title={t('accommodations.empty')}>
                {t('accommodations.emptyText')}
              </Empty>
            </Card>
          ) : (
            <Rows>
              {value.rows.map((one) => (
                <ConditionCard key={one.id} one={one} />
              ))}
            </Rows>
          )
        }
      </LoadView>
      {asking ? <AskSheet people={people} onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}
