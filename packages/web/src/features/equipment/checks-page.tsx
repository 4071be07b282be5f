import { TextInput } from '@mantine/core'
import { listChecks } from '@ochno/contract/equipment'
import { examId } from '@ochno/contract/ids'
import type { ExamId } from '@ochno/domain/ids'
import { IconDeviceLaptop, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { BrowsersCard } from './browsers-card.tsx'
import { EmbedCard } from './embed-card.tsx'
import { toneOfCheck } from './steps.ts'
import { useEquipmentWords } from './words.ts'

type Row = ReplyOf<typeof listChecks>['rows'][number]

function examAsked(): ExamId | null {
  const asked = examId.safeParse(new URLSearchParams(location.search).get('exam'))
  return asked.success ? asked.data : null
}

/** /equipment: how people's machines stand, in words that accuse nobody; `?exam=` for those who take one. */
export function ChecksPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [find, setFind] = useState('')
  const sought = useDeferredValue(find.trim())
  const [exam] = useState(examAsked)
  const checks = useLoad(listChecks, {
    query: { ...(exam ? { exam } : {}), ...(sought ? { find: sought } : {}) },
  })
  if (me.is !== 'ready') return null
  return (
    <Page
      title={t('equipment.list.title')}
      lead={t(exam ? 'equipment.list.leadExam' : 'equipment.list.lead')}
    >
      <Rows gap="lg">
        <Card>
          <Rows>
            <TextInput
              label={t('equipment.list.find')}
              leftSection={<IconSearch size={18} aria-hidden />}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
            <LoadView load={checks} rows={6}>
              {({ rows }) =>
                rows.length > 0 ? (
                  <ChecksTable rows={rows} zone={me.value.institution.zone} />
                ) : (
                  <Empty
                    icon={IconDeviceLaptop}
                    title={t(sought ? 'equipment.list.notFound' : 'equipment.list.empty')}
                  >
                    {sought ? null : t('equipment.list.emptyText')}
                  </Empty>
                )
              }
            </LoadView>
          </Rows>
        </Card>
        {may(me.value, 'equipment.manage') ? <BrowsersCard zone={me.value.institution.zone} /> : null}
        {may(me.value, 'institution.manage') ? <EmbedCard /> : null}
      </Rows>
    </Page>
  )
}

function ChecksTable({ rows, zone }: { rows: readonly Row[]; zone: string }) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  return (
    <Table
      label={t('equipment.list.title')}
      rows={rows}
      rowKey={({ person }) => person}
      columns={[
        { name: t('equipment.list.who'), cell: ({ name }) => name },
        { name: t('equipment.list.when'), cell: ({ check }) => <When at={check.at} zone={zone} /> },
        { name: t('equipment.list.place'), cell: ({ check }) => t(`equipment.list.places.${check.place}`) },
        {
          name: t('equipment.list.outcome'),
          cell: ({ check }) => (
            <StateMark
              tone={toneOfCheck(check)}
              word={t(
                check.riskTaken && check.outcome === 'fit'
                  ? 'equipment.list.riskTaken'
                  : `equipment.list.outcomes.${check.outcome}`,
              )}
              quiet
            />
          ),
        },
        {
          name: t('equipment.list.what'),
          cell: ({ check }) => words.problems(check) || t('equipment.list.nothing'),
        },
      ]}
    />
  )
}
