import type { ExamFigures } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

export function FailuresCard({ failures }: Pick<ExamFigures, 'failures'>) {
  const { t } = useTranslation()
  const title = t('dashboards.exam.failures')
  if (failures.count === 0) return <Card title={title} lead={t('dashboards.exam.failuresNone')} />
  return (
    <Card
      title={title}
      lead={t('dashboards.exam.failuresLead', {
        count: failures.count,
        minutes: Math.round(failures.minutes),
      })}
    >
      <Table
        label={title}
        rows={failures.faults}
        rowKey={({ fault }) => fault}
        columns={[
          {
            name: t('dashboards.exam.fault'),
            cell: ({ fault }) => t(`wall.fault.${fault}` as 'wall.fault.unknown'),
          },
          { name: t('dashboards.exam.count'), cell: ({ count }) => count },
        ]}
      />
    </Card>
  )
}

export function MarksCard({ marks }: Pick<ExamFigures, 'marks'>) {
  const { t } = useTranslation()
  const title = t('dashboards.exam.marks')
  return (
    <Card title={title} lead={t(marks.length ? 'dashboards.exam.marksLead' : 'dashboards.exam.marksNone')}>
      {marks.length ? (
        <Table
          label={title}
          rows={marks}
          rowKey={({ code }) => code}
          columns={[
            { name: t('dashboards.exam.violation'), cell: ({ wording }) => wording },
            { name: t('dashboards.exam.count'), cell: ({ count }) => count },
          ]}
        />
      ) : null}
    </Card>
  )
}
