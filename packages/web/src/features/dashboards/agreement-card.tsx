import type { FairnessView } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { RateMark } from './rate-mark.tsx'

/** How people differ in what they answer, without their names. */
export function AgreementCard({ view }: { view: FairnessView }) {
  const { t } = useTranslation()
  const facts = [
    { name: t('dashboards.fairness.changed'), rate: view.changed },
    { name: t('dashboards.fairness.secondLooks'), rate: view.secondLooks.same },
    { name: t('dashboards.fairness.takenOff'), rate: view.takenOff },
  ]
  const answerers = view.answerers.map((one, i) => ({
    ...one,
    name: t('dashboards.fairness.answerer', { n: i + 1 }),
  }))
  return (
    <Card title={t('dashboards.fairness.agreement')} lead={t('dashboards.fairness.agreementLead')}>
      <Rows gap="lg">
        {answerers.length > 1 ? (
          <Table
            label={t('dashboards.fairness.who')}
            rows={answerers}
            rowKey={({ name }) => name}
            columns={[
              { name: t('dashboards.fairness.who'), cell: ({ name }) => name },
              { name: t('dashboards.fairness.answered'), cell: ({ answered }) => answered },
              {
                name: t('dashboards.fairness.declined'),
                cell: ({ falseAlarms }) => <RateMark rate={falseAlarms} />,
              },
            ]}
          />
        ) : null}
        <Table
          label={t('dashboards.fairness.agreement')}
          rows={facts}
          rowKey={({ name }) => name}
          columns={[
            { name: t('dashboards.fairness.fact'), cell: ({ name }) => name },
            {
              name: t('dashboards.fairness.result'),
              cell: ({ rate }) => (rate ? <RateMark rate={rate} /> : t('dashboards.fairness.noCases')),
            },
          ]}
        />
      </Rows>
    </Card>
  )
}
