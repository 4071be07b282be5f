import type { ReviewLoadView } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'

type Reviewer = ReviewLoadView['reviewers'][number]

/** What lies before each, and when it will be done at the pace of the last days. */
export function ReviewersCard({ reviewers, days }: { reviewers: readonly Reviewer[]; days: number }) {
  const { t, i18n } = useTranslation()
  const length = (minutes: number) =>
    minutes < 60
      ? t('dashboards.reviews.minutes', { minutes })
      : t('dashboards.reviews.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  const day = (text: string) =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${text}T00:00:00Z`),
    )
  const clear = ({ queued, clearOn }: Reviewer) =>
    queued === 0 ? t('dashboards.reviews.clearNow') : clearOn ? day(clearOn) : t('dashboards.none')
  if (reviewers.length === 0) return null
  return (
    <Card title={t('dashboards.reviews.people')} lead={t('dashboards.reviews.peopleLead', { days })}>
      <Table
        label={t('dashboards.reviews.people')}
        rows={reviewers}
        rowKey={({ reviewer }) => reviewer.id}
        columns={[
          { name: t('dashboards.reviews.name'), cell: ({ reviewer }) => reviewer.name },
          { name: t('dashboards.reviews.records'), cell: ({ queued }) => queued },
          { name: t('dashboards.reviews.length'), cell: ({ minutes }) => length(minutes) },
          {
            name: t('dashboards.reviews.overdue'),
            cell: ({ due }) =>
              due.overdue > 0 ? <StateMark tone="bad" word={String(due.overdue)} quiet /> : due.overdue,
          },
          { name: t('dashboards.reviews.today'), cell: ({ due }) => due.today },
          {
            name: t('dashboards.reviews.pace'),
            cell: ({ pace }) =>
              pace === null
                ? t('dashboards.reviews.noPace')
                : t('dashboards.reviews.paceOf', { minutes: Math.round(pace) }),
          },
          { name: t('dashboards.reviews.clear'), cell: clear },
          {
            name: t('dashboards.reviews.late'),
            cell: ({ willBeLate }) =>
              willBeLate === null ? (
                t('dashboards.none')
              ) : willBeLate > 0 ? (
                <StateMark tone="warn" word={String(willBeLate)} quiet />
              ) : (
                willBeLate
              ),
          },
        ]}
      />
    </Card>
  )
}
