import { SegmentedControl } from '@mantine/core'
import { listChecks } from '@ochno/contract/equipment'
import { examId } from '@ochno/contract/ids'
import type { ExamId } from '@ochno/domain/ids'
import { IconDeviceLaptop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useAddressState } from '../../api/address-state.ts'
import { may, useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { BrowsersCard } from './browsers-card.tsx'
import { EmbedCard } from './embed-card.tsx'
import { toneOfCheck } from './steps.ts'
import { useEquipmentWords } from '../../machine/words.ts'

type Row = ReplyOf<typeof listChecks>['rows'][number]

function examAsked(): ExamId | null {
  const asked = examId.safeParse(new URLSearchParams(location.search).get('exam'))
  return asked.success ? asked.data : null
}

/** /equipment: how people's machines stand, in words that accuse nobody; `?exam=` for those who take one. */
export function ChecksPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [find, setFind] = useAddressState('find')
  const [which, setWhich] = useAddressState('which', 'all')
  const doubtful = which === 'doubtful'
  const [exam] = useState(examAsked)
  const checks = usePages(
    listChecks,
    {
      query: {
        ...(exam ? { exam } : {}),
        ...(find ? { find } : {}),
        which: doubtful ? 'doubtful' : 'all',
      },
    },
    ({ person }) => person,
  )
  if (me.is !== 'ready') return null
  return (
    <Page
      title={t('equipment.list.title')}
      lead={t(exam ? 'equipment.list.leadExam' : 'equipment.list.lead')}
    >
      <Rows gap="lg">
        <Card>
          <Rows>
            <FindInput label={t('equipment.list.find')} value={find} onFind={setFind} />
            <SegmentedControl
              aria-label={t('equipment.list.which')}
              value={doubtful ? 'doubtful' : 'all'}
              onChange={setWhich}
              data={[
                { value: 'all', label: t('equipment.list.all') },
                { value: 'doubtful', label: t('equipment.list.doubtful') },
              ]}
            />
            <LoadView load={checks} rows={6}>
              {({ rows, more }) =>
                rows.length > 0 ? (
                  <ChecksTable rows={rows} more={more} zone={me.value.institution.zone} />
                ) : (
                  <Empty
                    icon={IconDeviceLaptop}
                    title={t(find || doubtful ? 'equipment.list.notFound' : 'equipment.list.empty')}
                  >
                    {find || doubtful ? null : t('equipment.list.emptyText')}
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

function ChecksTable({ rows, more, zone }: { rows: readonly Row[]; more: More; zone: string }) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  return (
    <LongTable
      label={t('equipment.list.title')}
      rows={rows}
      more={more}
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
