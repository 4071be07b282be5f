import { NativeSelect } from '@mantine/core'
import { fairnessFile, type FairnessView, readFairness } from '@ochno/contract/dashboards'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './dashboards.module.css'
import { AgreementCard } from './agreement-card.tsx'
import { FileButtons } from './file-buttons.tsx'
import { Figures } from './figures.tsx'
import { GroupCard } from './group-card.tsx'
import { PartsNav } from './parts-nav.tsx'
import { RateMark } from './rate-mark.tsx'

const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

export function FairnessPage() {
  const { t } = useTranslation()
  const [year, setYear] = useState<number | null>(null)
  const query = year === null ? {} : { year }
  const load = useLoad(readFairness, { query })
  const file = useDo(fairnessFile)
  return (
    <Page
      title={t('dashboards.fairness.title')}
      lead={t('dashboards.fairness.lead')}
      actions={
        <FileButtons
          name={t('dashboards.parts.fairness')}
          take={(as) => file.run({ query: { as, ...query } })}
          busy={file.busy}
          failure={file.failure}
        />
      }
    >
      <PartsNav />
      <LoadView load={load} rows={8}>
        {(view) => (
          <Rows gap="lg">
            <NativeSelect
              label={t('dashboards.fairness.year')}
              value={view.year}
              data={[...new Set([...view.years, view.year])].map((one) => ({
                value: String(one),
                label: yearName(one),
              }))}
              onChange={(event) => setYear(Number(event.currentTarget.value))}
              w={160}
            />
            <HowCard least={view.least} />
            {view.hints === 0 ? (
              <Card>
                <Empty icon={IconScale} title={t('dashboards.fairness.empty')}>
                  {t('dashboards.fairness.emptyText')}
                </Empty>
              </Card>
            ) : (
              <Report view={view} />
            )}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

const how = ['share', 'interval', 'cause', 'person', 'hidden', 'gone'] as const

/** What a number means and what it does not, before the numbers. */
function HowCard({ least }: { least: number }) {
  const { t } = useTranslation()
  return (
    <Card title={t('dashboards.fairness.howTitle')}>
      <ul className={classes.how}>
        {how.map((one) => (
          <li key={one}>{t(`dashboards.fairness.how.${one}`, { least })}</li>
        ))}
      </ul>
    </Card>
  )
}

function Report({ view }: { view: FairnessView }) {
  const { t } = useTranslation()
  return (
    <>
      <Card>
        <Figures
          all={(['sessions', 'hints', 'open', 'marked', 'dismissed'] as const).map((what) => ({
            name: t(`dashboards.fairness.${what}`),
            value: view[what],
          }))}
        />
      </Card>
      <Card title={t('dashboards.fairness.detectors')}>
        <Table
          label={t('dashboards.fairness.detectors')}
          rows={view.detectors}
          rowKey={({ code }) => code}
          columns={[
            { name: t('dashboards.fairness.kind'), cell: ({ wording }) => wording },
            { name: t('dashboards.fairness.hints'), cell: ({ hints }) => hints },
            { name: t('dashboards.fairness.sessions'), cell: ({ sessions }) => sessions },
            { name: t('dashboards.fairness.marked'), cell: ({ marked }) => marked },
            { name: t('dashboards.fairness.dismissed'), cell: ({ dismissed }) => dismissed },
            {
              name: t('dashboards.fairness.falseAlarms'),
              cell: ({ falseAlarms }) => <RateMark rate={falseAlarms} />,
            },
          ]}
        />
      </Card>
      {view.groups.map((group) => (
        <GroupCard key={group.by} group={group} least={view.least} />
      ))}
      <AgreementCard view={view} />
    </>
  )
}
