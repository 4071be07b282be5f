import { listAppeals } from '@ochno/contract/appeals'
import { IconScale } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { ClipSettingCard } from './clip-setting-card.tsx'
import { SettingCard } from './setting-card.tsx'
import { toneOf, wordOf } from './standing.ts'

export function AppealsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const list = useLoad(listAppeals, {}, { everyMs: 30_000 })
  return (
    <Page title={t('appeals.title')} lead={t('appeals.lead')}>
      <LoadView load={list} rows={5}>
        {({ rows, maySet, setting }) => (
          <Rows gap="lg">
            <Card>
              {rows.length === 0 ? (
                <Empty icon={IconScale} title={t('appeals.empty')}>
                  {t('appeals.emptyText')}
                </Empty>
              ) : (
                <Table
                  label={t('appeals.title')}
                  rows={rows}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      name: '№',
                      cell: (row) => (
                        <Link to={`/appeals/${row.id}` as '/'}>
                          {t('appeals.numbered', { number: row.number, name: row.examinee })}
                        </Link>
                      ),
                    },
                    { name: t('appeals.exam'), cell: (row) => row.exam },
                    { name: t('appeals.filed'), cell: (row) => <When at={row.filedAt} zone={zone} /> },
                    {
                      name: t('appeals.considerUntil'),
                      cell: (row) =>
                        row.considerUntil && row.state !== 'closed' ? (
                          <When at={row.considerUntil} zone={zone} />
                        ) : (
                          '—'
                        ),
                    },
                    {
                      name: t('appeals.stateTitle'),
                      cell: (row) => <StateMark tone={toneOf(row)} word={t(wordOf(row))} />,
                    },
                  ]}
                />
              )}
            </Card>
            {maySet ? (
              <>
                <SettingCard setting={setting} />
                <ClipSettingCard />
              </>
            ) : null}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}
