import { Pagination } from '@mantine/core'
import { listExamFigures, REPORT_PAGE } from '@ochno/contract/dashboards'
import { IconChartBar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useBranchChoice } from './branch-choice.tsx'
import classes from './dashboards.module.css'
import { PartsNav } from './parts-nav.tsx'

export function ExamsPage() {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const [page, setPage] = useState(1)
  const narrowed = useBranchChoice(() => setPage(1))
  const load = useLoad(listExamFigures, { query: { page, ...narrowed.query } })
  return (
    <Page title={t('dashboards.exams.title')} lead={t('dashboards.exams.lead')}>
      <PartsNav />
      {narrowed.filter}
      <Card>
        <LoadView load={load} rows={6}>
          {({ rows, total }) =>
            total === 0 && page === 1 ? (
              <Empty icon={IconChartBar} title={t('dashboards.exams.empty')}>
                {t('dashboards.exams.emptyText')}
              </Empty>
            ) : (
              <>
                <Table
                  label={t('dashboards.exams.title')}
                  rows={rows}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      name: t('dashboards.exams.name'),
                      cell: (exam) => (
                        <Link to={`/dashboards/exams/${exam.id}`} className={classes.link}>
                          {exam.title}
                        </Link>
                      ),
                    },
                    {
                      name: t('dashboards.exams.when'),
                      cell: ({ opensAt }) => moment(opensAt, zone, i18n.language),
                    },
                    { name: t('dashboards.exams.people'), cell: ({ people }) => people },
                    { name: t('dashboards.exams.finished'), cell: ({ finished }) => finished },
                    { name: t('dashboards.exams.marked'), cell: ({ marked }) => marked },
                    { name: t('dashboards.exams.appeals'), cell: ({ appeals }) => appeals },
                  ]}
                />
                {total > REPORT_PAGE ? (
                  <Pagination
                    total={Math.ceil(total / REPORT_PAGE)}
                    value={page}
                    onChange={setPage}
                    getControlProps={(control) => ({ 'aria-label': t(`dashboards.exams.pages.${control}`) })}
                    getItemProps={(n) => ({ 'aria-label': t('dashboards.exams.page', { n }) })}
                  />
                ) : null}
              </>
            )
          }
        </LoadView>
      </Card>
    </Page>
  )
}
