import { readReviewLoad, reviewLoadFile } from '@ochno/contract/dashboards'
import type { ReviewLoadView } from '@ochno/contract/dashboards'
import { dueWhen } from '@ochno/domain/report/review-load'
import { IconClipboardCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { type Bar, BarPlot } from '../../ui/bar-plot.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { useBranchChoice } from './branch-choice.tsx'
import classes from './dashboards.module.css'
import { FileButtons } from './file-buttons.tsx'
import { Figures } from './figures.tsx'
import { PartsNav } from './parts-nav.tsx'
import { ReviewersCard } from './reviewers-card.tsx'

export function ReviewsPage() {
  const { t } = useTranslation()
  const narrowed = useBranchChoice()
  const load = useLoad(readReviewLoad, { query: narrowed.query }, { everyMs: 60_000 })
  const file = useDo(reviewLoadFile)
  return (
    <Page
      title={t('dashboards.reviews.title')}
      lead={t('dashboards.reviews.lead')}
      actions={
        <FileButtons
          name={narrowed.named(t('dashboards.parts.reviews'))}
          take={(as) => file.run({ query: { as, ...narrowed.query } })}
          busy={file.busy}
          failure={file.failure}
        />
      }
    >
      <PartsNav />
      {narrowed.filter}
      <LoadView load={load} rows={6}>
        {(view) =>
          view.all.queued === 0 && view.reviewers.length === 0 ? (
            <Card>
              <Empty icon={IconClipboardCheck} title={t('dashboards.reviews.empty')}>
                {t('dashboards.reviews.emptyText')}
              </Empty>
            </Card>
          ) : (
            <Load view={view} />
          )
        }
      </LoadView>
    </Page>
  )
}

function Load({ view }: { view: ReviewLoadView }) {
  const { t } = useTranslation()
  const { all, unassigned, reviewers } = view
  const late = reviewers.reduce((sum, { willBeLate }) => sum + (willBeLate ?? 0), 0)
  return (
    <Rows gap="lg">
      {late > 0 ? (
        <Notice tone="warn" title={t('dashboards.reviews.forecastLate', { count: late })}>
          {t('dashboards.reviews.forecastText')}{' '}
          <Link to="/reviews" className={classes.link}>
            {t('dashboards.reviews.give')}
          </Link>
        </Notice>
      ) : null}
      <Card>
        <Figures
          all={[
            { name: t('dashboards.reviews.queued'), value: all.queued },
            {
              name: t('dashboards.reviews.overdue'),
              value: all.due.overdue,
              ...(all.due.overdue > 0 ? { tone: 'bad' as const } : {}),
            },
            { name: t('dashboards.reviews.today'), value: all.due.today },
            { name: t('dashboards.reviews.escalated'), value: all.escalated },
            { name: t('dashboards.reviews.unassigned'), value: unassigned.queued },
          ]}
        />
      </Card>
      <DuePlot due={all.due} />
      <ReviewersCard reviewers={reviewers} days={view.paceDays} />
    </Rows>
  )
}

const tones: Partial<Record<(typeof dueWhen)[number], Bar['tone']>> = {
  overdue: 'bad',
  today: 'warn',
  no_term: 'idle',
}

function DuePlot({ due }: Pick<ReviewLoadView['all'], 'due'>) {
  const { t } = useTranslation()
  const bars = dueWhen.map((when) => ({
    name: t(`dashboards.reviews.short.${when}`),
    whole: t(`dashboards.reviews.due.${when}`),
    value: due[when],
    ...(tones[when] ? { tone: tones[when] } : {}),
  }))
  return (
    <Card title={t('dashboards.reviews.plot')}>
      <BarPlot
        label={t('dashboards.reviews.plot')}
        unit={t('dashboards.reviews.records')}
        bars={bars}
        table={
          <Table
            label={t('dashboards.reviews.plot')}
            rows={bars}
            rowKey={({ name }) => name}
            columns={[
              { name: t('dashboards.reviews.term'), cell: ({ whole }) => whole },
              { name: t('dashboards.reviews.records'), cell: ({ value }) => value },
            ]}
          />
        }
      />
    </Card>
  )
}
