import { listDecisions } from '@ochno/contract/decisions'
import { IconGavel } from '@tabler/icons-react'
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
import { SettingCard } from './setting-card.tsx'
import { isOpen, stateTones } from './standing.ts'

/** The server lists no more. */
const LATEST = 300

export function DecisionsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const list = useLoad(listDecisions, {}, { everyMs: 30_000 })
  return (
    <Page title={t('decisions.title')} lead={t('decisions.lead')}>
      <LoadView load={list} rows={5}>
        {({ rows, maker, annexed, maySet }) => (
          <Rows gap="lg">
            <Card>
              {rows.length >= LATEST ? <p>{t('common.pages.latest', { count: LATEST })}</p> : null}
              {rows.length === 0 ? (
                <Empty icon={IconGavel} title={t('decisions.empty')}>
                  {t('decisions.emptyText')}
                </Empty>
              ) : (
                <Table
                  label={t('decisions.title')}
                  rows={rows.toSorted((a, b) => Number(isOpen(b.state)) - Number(isOpen(a.state)))}
                  rowKey={(row) => row.session}
                  columns={[
                    {
                      name: t('decisions.examinee'),
                      cell: (row) => (
                        <Link to={`/decisions/${row.session}` as '/'}>
                          {row.group
                            ? t('decisions.inGroup', { name: row.examinee, group: row.group })
                            : row.examinee}
                        </Link>
                      ),
                    },
                    { name: t('decisions.exam'), cell: (row) => row.exam.title },
                    { name: t('decisions.protocol'), cell: (row) => row.protocol },
                    {
                      name: t('decisions.handedOver'),
                      cell: (row) => <When at={row.handedOverAt} zone={zone} />,
                    },
                    {
                      name: t('decisions.stateTitle'),
                      cell: (row) => (
                        <StateMark
                          tone={stateTones[row.state]}
                          word={
                            row.secondWanted
                              ? t('decisions.secondWanted')
                              : row.directorWanted
                                ? t('decisions.directorWanted')
                                : t(`decisions.states.${row.state}`)
                          }
                        />
                      ),
                    },
                    {
                      name: t('decisions.value'),
                      cell: (row) => (row.value ? t(`decisions.values.${row.value}`) : '—'),
                    },
                  ]}
                />
              )}
            </Card>
            {maySet ? <SettingCard maker={maker} annexed={annexed} /> : null}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}
