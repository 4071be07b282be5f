import { Button } from '@mantine/core'
import { listReviews, type ReviewRow } from '@ochno/contract/review'
import { roleMay } from '@ochno/domain/access/table'
import { IconChecklist } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranches } from '../../../api/branches.ts'
import { useLoad } from '../../../api/load.ts'
import { useMe } from '../../../api/me.ts'
import { BranchFilter } from '../../../ui/branch-filter.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { LoadView } from '../../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../../ui/page.tsx'
import { ControlShareCard } from './control-share-card.tsx'
import { FiguresCard, MyFiguresCard } from './figures-card.tsx'
import { AskSheet } from './ask-sheet.tsx'
import { ControlSheet, GiveSheet } from './give-sheet.tsx'
import { QueueView } from './queue-view.tsx'

type Asked = { readonly what: 'give' | 'control'; readonly row: ReviewRow } | { readonly what: 'ask' }

export function QueuePage() {
  const { t } = useTranslation()
  const me = useMe()
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const list = useLoad(listReviews, { query: branch ? { branch } : {} }, { everyMs: 30_000 })
  const [asked, setAsked] = useState<Asked | null>(null)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const manages = me.is === 'ready' && me.value.roles.some((role) => roleMay(role, 'review.manage'))
  const reviews = me.is === 'ready' && me.value.roles.some((role) => roleMay(role, 'review.do'))
  const acts = manages
    ? {
        onGive: (row: ReviewRow) => setAsked({ what: 'give', row }),
        onControl: (row: ReviewRow) => setAsked({ what: 'control', row }),
      }
    : {}
  return (
    <Page
      title={t('review.queue.title')}
      lead={t(manages ? 'review.queue.leadAll' : 'review.queue.leadOwn')}
      actions={
        manages ? (
          <Button variant="default" onClick={() => setAsked({ what: 'ask' })}>
            {t('review.ask.open')}
          </Button>
        ) : null
      }
    >
      {manages ? <BranchFilter branches={branches} value={branch} onChange={setBranch} /> : null}
      <LoadView load={list} rows={5}>
        {({ rows, reviewers, askable }) => {
          const open = rows.filter(({ reviewedAt }) => reviewedAt === null)
          const done = rows.filter(({ reviewedAt }) => reviewedAt !== null)
          return (
            <Rows gap="lg">
              <Card>
                {open.length > 0 ? (
                  <QueueView label={t('review.queue.title')} rows={open} zone={zone} {...acts} />
                ) : (
                  <Empty
                    icon={IconChecklist}
                    title={t(manages ? 'review.queue.emptyAll' : 'review.queue.emptyOwn')}
                  >
                    {t(manages ? 'review.queue.emptyAllText' : 'review.queue.emptyOwnText')}
                  </Empty>
                )}
              </Card>
              {done.length > 0 ? (
                <Card title={t('review.queue.doneTitle')}>
                  <QueueView label={t('review.queue.doneTitle')} rows={done} zone={zone} {...acts} />
                </Card>
              ) : null}
              {manages ? <FiguresCard /> : null}
              {reviews ? <MyFiguresCard /> : null}
              {manages ? <ControlShareCard /> : null}
              {asked?.what === 'ask' ? (
                <AskSheet askable={askable} zone={zone} onClose={() => setAsked(null)} />
              ) : null}
              {asked?.what === 'give' ? (
                <GiveSheet row={asked.row} reviewers={reviewers} onClose={() => setAsked(null)} />
              ) : null}
              {asked?.what === 'control' ? (
                <ControlSheet row={asked.row} reviewers={reviewers} onClose={() => setAsked(null)} />
              ) : null}
            </Rows>
          )
        }}
      </LoadView>
    </Page>
  )
}
