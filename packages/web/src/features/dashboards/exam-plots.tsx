import type { ExamFigures } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { BarPlot } from '../../ui/bar-plot.tsx'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

const span = ({ from, to }: { readonly from: number; readonly to: number }) => `${from}–${to}`

export function DurationCard({ durations: { spread, bins } }: Pick<ExamFigures, 'durations'>) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 })
  const title = t('dashboards.exam.duration')
  if (!spread) return <Card title={title} lead={t('dashboards.exam.durationNone')} />
  return (
    <Card
      title={title}
      lead={t('dashboards.exam.durationLead', {
        from: number.format(spread.quarter),
        to: number.format(spread.threeQuarters),
        median: number.format(spread.median),
      })}
    >
      <BarPlot
        label={title}
        unit={t('dashboards.exam.people')}
        along={t('dashboards.exam.minutes')}
        bars={bins.map(({ from, count }) => ({ name: String(from), value: count }))}
        table={
          <Table
            label={title}
            rows={bins}
            rowKey={span}
            columns={[
              { name: t('dashboards.exam.minutes'), cell: span },
              { name: t('dashboards.exam.people'), cell: ({ count }) => count },
            ]}
          />
        }
      />
    </Card>
  )
}

export function HintsCard({ hints }: Pick<ExamFigures, 'hints'>) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  const title = t('dashboards.exam.hints')
  if (hints.total === 0) return <Card title={title} lead={t('dashboards.exam.hintsNone')} />
  const each = (one: ExamFigures['hints']['stretches'][number]) =>
    one.perPerson === null ? t('dashboards.none') : number.format(one.perPerson)
  return (
    <Card title={title} lead={t('dashboards.exam.hintsLead', { total: hints.total, open: hints.open })}>
      <BarPlot
        label={title}
        unit={t('dashboards.exam.perPerson')}
        along={t('dashboards.exam.fromMinute')}
        bars={hints.stretches.map((one) => ({
          name: String(one.fromMinute),
          value: one.perPerson ?? 0,
          word: each(one),
        }))}
        table={
          <Table
            label={title}
            rows={hints.stretches}
            rowKey={({ fromMinute }) => String(fromMinute)}
            columns={[
              { name: t('dashboards.exam.fromMinute'), cell: ({ fromMinute }) => fromMinute },
              { name: t('dashboards.exam.hintCount'), cell: (one) => one.hints },
              { name: t('dashboards.exam.writing'), cell: ({ writing }) => writing },
              { name: t('dashboards.exam.perPerson'), cell: each },
            ]}
          />
        }
      />
    </Card>
  )
}

export function CoverageCard({ coverage: { spread, bins } }: Pick<ExamFigures, 'coverage'>) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const title = t('dashboards.exam.coverage')
  if (!spread) return <Card title={title} lead={t('dashboards.exam.coverageNone')} />
  return (
    <Card
      title={title}
      lead={t('dashboards.exam.coverageLead', {
        median: number.format(spread.median),
        least: number.format(spread.least),
      })}
    >
      <BarPlot
        label={title}
        unit={t('dashboards.exam.people')}
        along={t('dashboards.exam.percent')}
        bars={bins.map((one) => ({ name: span(one), value: one.count }))}
        table={
          <Table
            label={title}
            rows={bins}
            rowKey={span}
            columns={[
              { name: t('dashboards.exam.percent'), cell: span },
              { name: t('dashboards.exam.people'), cell: ({ count }) => count },
            ]}
          />
        }
      />
    </Card>
  )
}
