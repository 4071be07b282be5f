import type { ExamFigures } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { BarPlot } from '../../ui/bar-plot.tsx'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { usePercent } from './percent.ts'

/** Statuses of the check, decisions and appeals, as far as the exam has them. */
export function DecidedCards({ view }: { view: ExamFigures }) {
  return (
    <>
      {view.statuses ? <StatusesCard statuses={view.statuses} /> : null}
      <DecisionsCard decisions={view.decisions} undecided={view.undecided} />
      <AppealsCard appeals={view.appeals} />
    </>
  )
}

function StatusesCard({ statuses }: { statuses: readonly number[] }) {
  const { t } = useTranslation()
  const title = t('dashboards.exam.statuses')
  const rows = statuses.map((count, i) => ({
    name: t(`protocols.statuses.s${i + 1}` as 'protocols.statuses.s1'),
    short: String(i + 1),
    count,
  }))
  return (
    <Card title={title}>
      <BarPlot
        label={title}
        unit={t('dashboards.exam.people')}
        along={title}
        bars={rows.map(({ short, count }) => ({ name: short, value: count }))}
        table={<Counts label={title} column={title} rows={rows} />}
      />
    </Card>
  )
}

function Counts({
  label,
  column,
  rows,
}: {
  label: string
  column: string
  rows: readonly { readonly name: string; readonly count: number }[]
}) {
  const { t } = useTranslation()
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { name: column, cell: ({ name }) => name },
        { name: t('dashboards.exam.people'), cell: ({ count }) => count },
      ]}
    />
  )
}

function DecisionsCard({ decisions, undecided }: Pick<ExamFigures, 'decisions' | 'undecided'>) {
  const { t } = useTranslation()
  const rows = [
    ...decisions.map(({ value, count }) => ({
      name: t(`decisions.values.${value}` as 'decisions.values.confirmed'),
      count,
    })),
    ...(undecided > 0 ? [{ name: t('dashboards.exam.undecided'), count: undecided }] : []),
  ]
  return (
    <Card title={t('dashboards.exam.decisions')}>
      <Counts label={t('dashboards.exam.decisions')} column={t('dashboards.exam.value')} rows={rows} />
    </Card>
  )
}

function AppealsCard({ appeals }: Pick<ExamFigures, 'appeals'>) {
  const { t } = useTranslation()
  const percent = usePercent()
  const title = t('dashboards.exam.appeals')
  if (appeals.filed === 0) return <Card title={title} lead={t('dashboards.exam.appealsNone')} />
  const { upheld } = appeals
  const rows = (['filed', 'open', 'dismissed', 'inadmissible', 'withdrawn'] as const).map((what) => ({
    name: t(`dashboards.exam.${what}`),
    count: appeals[what],
  }))
  return (
    <Card
      title={title}
      lead={
        upheld
          ? t('dashboards.exam.upheldOf', {
              part: upheld.part,
              of: upheld.of,
              percent: percent(upheld.share),
              low: percent(upheld.low),
              high: percent(upheld.high),
            })
          : t('dashboards.exam.upheldNone')
      }
    >
      <Table
        label={title}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { name: title, cell: ({ name }) => name },
          { name: t('dashboards.fairness.result'), cell: ({ count }) => count },
        ]}
      />
    </Card>
  )
}
