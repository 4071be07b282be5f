import type { TodayView } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'

type Proctor = TodayView['proctors'][number]

/** How many people each proctor has now, of how many the act allows. */
export function ProctorsCard({ proctors }: Pick<TodayView, 'proctors'>) {
  const { t } = useTranslation()
  const now = ({ watching, most }: Proctor) =>
    most === null ? watching : t('dashboards.today.nowOf', { count: watching, most })
  return (
    <Card
      title={t('dashboards.today.proctors')}
      lead={t(proctors.length ? 'dashboards.today.proctorsLead' : 'dashboards.today.noProctors')}
    >
      {proctors.length > 0 ? (
        <Table
          label={t('dashboards.today.proctors')}
          rows={proctors}
          rowKey={({ id }) => id}
          columns={[
            {
              name: t('dashboards.today.name'),
              cell: (one) => one.name || t('dashboards.today.proctorNo', { no: proctors.indexOf(one) + 1 }),
            },
            {
              name: t('dashboards.today.now'),
              cell: (one) =>
                one.most !== null && one.watching >= one.most ? (
                  <StateMark tone="warn" word={`${now(one)}, ${t('dashboards.today.full')}`} quiet />
                ) : (
                  now(one)
                ),
            },
            { name: t('dashboards.today.whole'), cell: ({ today }) => today },
            { name: t('dashboards.today.unanswered'), cell: ({ unanswered }) => unanswered },
          ]}
        />
      ) : null}
    </Card>
  )
}
