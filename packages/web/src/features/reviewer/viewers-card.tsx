import { listViewers, purposes } from '@ochno/contract/watch'
import { isRole } from './role-word.ts'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

export function ViewersCard({ session, zone }: { session: string; zone: string }) {
  const { t, i18n } = useTranslation()
  const viewers = useLoad(listViewers, { params: { sid: session } }, { everyMs: 30_000 })
  const known = [...purposes, 'live_supervision'] as const
  const role = (name: string) => (isRole(name) ? t(`common.roles.${name}`) : name)
  return (
    <Card title={t('reviewer.viewers.title')} lead={t('reviewer.viewers.lead')}>
      <LoadView load={viewers}>
        {({ rows }) =>
          rows.length ? (
            <Table
              label={t('reviewer.viewers.title')}
              rows={rows}
              rowKey={(row) => `${row.what} ${row.startedAt} ${row.name} ${row.purpose}`}
              columns={[
                {
                  name: t('reviewer.viewers.who'),
                  cell: (row) => [row.name, role(row.role), row.place].filter(Boolean).join(', '),
                },
                {
                  name: t('reviewer.viewers.what'),
                  cell: (row) =>
                    row.what === 'live'
                      ? t('reviewer.viewers.live')
                      : t('reviewer.viewers.recording', { count: row.records }),
                },
                {
                  name: t('reviewer.viewers.why'),
                  cell: (row) => {
                    const purpose = known.find((one) => one === row.purpose)
                    return purpose ? t(`reviewer.purpose.${purpose}`) : row.purpose
                  },
                },
                {
                  name: t('reviewer.viewers.when'),
                  cell: (row) =>
                    t('reviewer.viewers.range', {
                      from: moment(row.startedAt, zone, i18n.language),
                      to: moment(row.endedAt, zone, i18n.language),
                    }),
                },
              ]}
            />
          ) : (
            <p>{t('reviewer.viewers.none')}</p>
          )
        }
      </LoadView>
    </Card>
  )
}
