import { Button } from '@mantine/core'
import { openReview, type ReviewDesk, readReview } from '@ochno/contract/review'
import { openView, type TimelineView } from '@ochno/contract/watch'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../../api/client.ts'
import { useMe } from '../../../api/me.ts'
import { fetchTimeline } from '../../../api/recording.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { When } from '../../../ui/when.tsx'
import { DeskView } from './desk-view.tsx'

/** `recording` is null where the review is finished and the recording no longer this person's to open. */
type Opened = {
  readonly desk: ReviewDesk
  readonly recording: { readonly view: string; readonly timeline: TimelineView } | null
}

type Opening =
  | { readonly ok: true; readonly opened: Opened }
  | { readonly ok: false; readonly failure: Failure }

/** The task itself is the purpose of the viewing; both are written down before a picture is shown. */
async function openDesk(rid: string): Promise<Opening> {
  const begun = await call(openReview, { params: { rid } })
  const read = begun.ok ? begun : await call(readReview, { params: { rid } })
  if (!read.ok) return { ok: false, failure: read.failure }
  const { session } = read.body.review
  const view = await call(openView, {
    params: { sid: session },
    body: { purpose: 'dishonesty_check', ground: rid },
  })
  const timeline = view.ok ? await fetchTimeline(session, view.body.view) : null
  if (begun.ok && !view.ok) return { ok: false, failure: view.failure }
  return {
    ok: true,
    opened: { desk: read.body, recording: view.ok && timeline ? { view: view.body.view, timeline } : null },
  }
}

export function DeskPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { review = '' } = useParams({ strict: false }) as { review?: string }
  const [opening, setOpening] = useState<Opening | null>(null)
  useEffect(() => {
    let here = true
    void openDesk(review).then((done) => here && setOpening(done))
    return () => {
      here = false
    }
  }, [review])
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const desk = opening?.ok ? opening.opened.desk : null
  return (
    <Page
      title={desk ? desk.review.examinee.name || t('review.queue.nameless') : t('review.queue.title')}
      lead={
        desk ? (
          <>
            {desk.review.exam.title}
            {desk.review.due && desk.review.reviewedAt === null ? (
              <>
                {' · '}
                {t('review.desk.dueBy', { at: '' })}
                <When at={desk.review.due} zone={zone} />
              </>
            ) : null}
          </>
        ) : undefined
      }
      actions={
        <>
          {desk ? (
            <Button
              component={Link}
              to={`/trust/${desk.review.session}`}
              search={{ review: desk.review.id } as never}
              variant="default"
            >
              {t('hints.trust.title')}
            </Button>
          ) : null}
          <Button component={Link} to="/reviews" variant="default">
            {t('review.desk.back')}
          </Button>
        </>
      }
    >
      {opening === null ? <p role="status">{t('review.desk.opening')}</p> : null}
      {opening && !opening.ok ? <FailureNotice failure={opening.failure} /> : null}
      {opening?.ok ? (
        <DeskView desk={opening.opened.desk} recording={opening.opened.recording} zone={zone} />
      ) : null}
    </Page>
  )
}
