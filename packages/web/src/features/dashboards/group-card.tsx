import type { FairnessView } from '@ochno/contract/dashboards'
import { mayBeSame } from '@ochno/domain/report/rate'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './dashboards.module.css'
import { RateMark } from './rate-mark.tsx'

type Group = FairnessView['groups'][number]

/** One way to part people into groups; who is in a group is told nowhere. */
export function GroupCard({ group: { by, rows, hidden }, least }: { group: Group; least: number }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const name = (group: string) => t(`dashboards.fairness.groups.${by}.${group}` as 'dashboards.none')
  const rates = rows.flatMap(({ falseAlarms }) => (falseAlarms ? [falseAlarms] : []))
  const differ = rates.some((one) => rates.some((other) => !mayBeSame(one, other)))
  return (
    <Card title={t(`dashboards.fairness.by.${by}`)}>
      {rows.length > 0 ? (
        <Table
          label={t(`dashboards.fairness.by.${by}`)}
          rows={rows}
          rowKey={({ group }) => group}
          columns={[
            { name: t('dashboards.fairness.group'), cell: ({ group }) => name(group) },
            { name: t('dashboards.fairness.people'), cell: ({ people }) => people },
            { name: t('dashboards.fairness.sessions'), cell: ({ sessions }) => sessions },
            {
              name: t('dashboards.fairness.perSession'),
              cell: ({ perSession }) => number.format(perSession),
            },
            { name: t('dashboards.fairness.marked'), cell: ({ marked }) => marked },
            { name: t('dashboards.fairness.dismissed'), cell: ({ dismissed }) => dismissed },
            {
              name: t('dashboards.fairness.falseAlarms'),
              cell: ({ falseAlarms }) => <RateMark rate={falseAlarms} />,
            },
          ]}
        />
      ) : null}
      {rates.length > 1 ? (
        <p>{t(differ ? 'dashboards.fairness.differ' : 'dashboards.fairness.alike')}</p>
      ) : null}
      {hidden > 0 ? (
        <p className={classes.quiet}>
          {rows.length === 0
            ? t('dashboards.fairness.hidden', { least })
            : t('dashboards.fairness.hiddenSome', { count: hidden })}
        </p>
      ) : null}
    </Card>
  )
}
