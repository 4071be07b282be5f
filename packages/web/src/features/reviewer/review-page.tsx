import { Button } from '@mantine/core'
import { openView, type Purpose, type TimelineView } from '@ochno/contract/watch'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../api/client.ts'
import { useMe } from '../../api/me.ts'
import { fetchTimeline } from '../../api/recording.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Page, Rows } from '../../ui/page.tsx'
import { UnlessDestroyed } from './unless-destroyed.tsx'
import { ExportsCard } from './exports-card.tsx'
import { PurposeDialog } from './purpose-dialog.tsx'
import { ReviewView } from './review-view.tsx'
import { appealAsked, wayBack } from './take-moment.tsx'
import { ViewersCard } from './viewers-card.tsx'

type Opened = { readonly view: string; readonly timeline: TimelineView }
const UNREADABLE: Failure = {
  code: 'unavailable',
  sentence: null,
  support: null,
  status: 0,
  retryAfterS: null,
  fields: [],
}

/** Seconds before what somebody came to see. */
const BEFORE_MS = 5_000

/** A reason of the trust score leads to its moment. */
function askedMoment(): number | null {
  const at = Number(new URLSearchParams(location.search).get('at'))
  return Number.isSafeInteger(at) && at > 0 ? at - BEFORE_MS : null
}

/** R1-7.2c: nothing of the recording is asked for before a purpose was named. */
export function ReviewPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const { session = '' } = useParams({ strict: false }) as { session?: string }
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const appeal = appealAsked()
  const roles = me.is === 'ready' ? me.value.roles : []

  const open = async (purpose: Purpose, ground: string) => {
    setBusy(true)
    setFailure(null)
    const answer = await call(openView, { params: { sid: session }, body: { purpose, ground } })
    if (answer.ok) {
      const timeline = await fetchTimeline(session, answer.body.view)
      if (timeline) setOpened({ view: answer.body.view, timeline })
      else setFailure(UNREADABLE)
    } else setFailure(answer.failure)
    setBusy(false)
  }

  return (
    <Page
      title={opened ? opened.timeline.examinee.name : t('reviewer.list.title')}
      lead={opened ? opened.timeline.exam.title : undefined}
      actions={
        opened ? (
          <Button component={Link} to={`/trust/${session}`} variant="default">
            {t('hints.trust.title')}
          </Button>
        ) : null
      }
    >
      {opened ? (
        <Rows gap="lg">
          <ReviewView
            session={session}
            view={opened.view}
            timeline={opened.timeline}
            zone={zone}
            atMs={askedMoment()}
            appeal={appeal}
          />
          {roles.includes('commission') || roles.includes('dpo') ? (
            <>
              <ExportsCard session={session} zone={zone} />
              <ViewersCard session={session} zone={zone} />
            </>
          ) : null}
        </Rows>
      ) : (
        <UnlessDestroyed session={session} zone={zone}>
          <PurposeDialog
            given={
              appeal && { purpose: 'appeal', ground: t('reviewer.take.ground', { number: appeal.number }) }
            }
            busy={busy}
            failure={failure ? <FailureNotice failure={failure} /> : null}
            onOpen={(purpose, ground) => void open(purpose, ground)}
            onBack={() => void navigate({ to: wayBack(appeal) as '/' })}
          />
        </UnlessDestroyed>
      )}
    </Page>
  )
}
