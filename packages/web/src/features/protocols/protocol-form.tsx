import { Button, Textarea } from '@mantine/core'
import {
  handOverProtocol,
  listProtocols,
  type ProtocolView,
  readProtocol,
  saveProtocol,
} from '@ochno/contract/protocols'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { EditionsCard } from './editions-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { FindingsCard } from './findings-card.tsx'
import { HappenedCard } from './happened-card.tsx'
import { HintsCard } from './hints-card.tsx'
import { MarksCard } from './marks-card.tsx'
import type { Draft, Part } from './part.ts'
import classes from './protocols.module.css'
import { RowsCard } from './rows-card.tsx'
import { SignSheet } from './sign-sheet.tsx'

type Props = {
  readonly view: ProtocolView
  /** What was signed had changed meanwhile. */
  readonly news: boolean
  readonly onNews: (news: boolean) => void
}

export function ProtocolForm({ view, news, onNews }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const [draft, setDraft] = useState<Draft>(view.draft)
  const [correcting, setCorrecting] = useState(view.state === 'draft' || view.state === 'correcting')
  const [signing, setSigning] = useState(false)
  const [reason, setReason] = useState('')
  const saving = useDo(saveProtocol, [readProtocol, listProtocols])
  const handing = useDo(handOverProtocol, [readProtocol, listProtocols])
  const changed = JSON.stringify(draft) !== JSON.stringify(view.draft)
  const locked = !view.mayWrite || !correcting
  const part: Part = {
    view,
    draft,
    zone,
    locked,
    change: (one) => setDraft((before) => ({ ...before, ...one })),
  }
  const save = () =>
    saving.run({
      params: { sid: view.session },
      body: { revision: view.revision, draft, seen: view.upTo },
    })
  const failure = saving.failure ?? handing.failure
  return (
    <Rows gap="lg">
      {news ? <NewsNotice /> : null}
      <Standing view={view} />
      <LaterNotice view={view} />
      <FactsCard view={view} zone={zone} />
      {view.mayWrite && view.hintsOpen > 0 ? <HintsCard view={view} zone={zone} /> : null}
      <HappenedCard {...part} />
      <MarksCard {...part} />
      {view.rows.length ? <RowsCard {...part} /> : null}
      <FindingsCard {...part} />
      <Card title={t('protocols.comment')}>
        <Textarea
          aria-label={t('protocols.comment')}
          description={t('protocols.commentHint')}
          value={draft.comment}
          readOnly={locked}
          onChange={(event) => part.change({ comment: event.currentTarget.value })}
          maxLength={2000}
          autosize
          minRows={2}
        />
      </Card>
      {failure ? <FailureNotice failure={failure} /> : null}
      {view.mayWrite ? (
        <Bar>
          {locked ? null : (
            <>
              <Button loading={saving.busy} disabled={!changed} onClick={() => void save()}>
                {t('protocols.save')}
              </Button>
              <Button
                variant={view.wants.length === 0 && view.coverage && !changed ? 'filled' : 'default'}
                disabled={changed || view.wants.length > 0 || view.revision === 0 || view.coverage === null}
                onClick={() => {
                  onNews(false)
                  setSigning(true)
                }}
              >
                {t('protocols.sign.open')}
              </Button>
            </>
          )}
          {view.state === 'signed' && locked ? (
            <Button
              loading={handing.busy}
              onClick={() => void handing.run({ params: { sid: view.session } })}
            >
              {t('protocols.handOver')}
            </Button>
          ) : null}
          {locked ? (
            <Button variant="default" onClick={() => setCorrecting(true)}>
              {t('protocols.correct')}
            </Button>
          ) : null}
        </Bar>
      ) : null}
      {!locked && changed ? <Notice tone="info" title={t('protocols.unsaved')} /> : null}
      <EditionsCard view={view} zone={zone} />
      {signing ? (
        <SignSheet
          view={view}
          reason={reason}
          onReason={setReason}
          onNews={() => {
            setSigning(false)
            onNews(true)
          }}
          onClose={() => setSigning(false)}
        />
      ) : null}
    </Rows>
  )
}

/** What stands below has changed under the hand: said once, where the eyes go when the sheet is gone. */
function NewsNotice() {
  const { t } = useTranslation()
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div ref={here} tabIndex={-1}>
      <Notice tone="warn" title={t('protocols.news.title')}>
        {t('protocols.news.text')}
      </Notice>
    </div>
  )
}

/** What came after the signature is in no edition yet. */
function LaterNotice({ view }: { view: ProtocolView }) {
  const { t } = useTranslation()
  if (!view.later) return null
  const { happened, marks, hints } = view.later
  return (
    <Notice tone="warn" title={t('protocols.later.title')}>
      <ul className={classes.wants}>
        {marks ? <li>{t('protocols.later.marks', { count: marks })}</li> : null}
        {happened ? <li>{t('protocols.later.happened', { count: happened })}</li> : null}
        {hints ? <li>{t('protocols.later.hints', { count: hints })}</li> : null}
      </ul>
      {t(view.mayWrite ? 'protocols.later.mayWrite' : 'protocols.later.text')}
    </Notice>
  )
}

/** What stands between this draft and a signature, in one line each. */
function Standing({ view }: { view: ProtocolView }) {
  const { t } = useTranslation()
  if (view.state === 'handed_over')
    return (
      <Notice tone="ok" title={t('protocols.handed')}>
        {t('protocols.handedText')}
      </Notice>
    )
  if (view.state === 'signed')
    return (
      <Notice tone="info" title={t('protocols.signedNow')}>
        {t('protocols.signedText')}
      </Notice>
    )
  if (view.wants.length === 0)
    return view.revision === 0 ? null : view.coverage === null ? (
      <Notice tone="info" title={t('protocols.recordingComes')}>
        {t('protocols.recordingComesText')}
      </Notice>
    ) : (
      <Notice tone="ok" title={t('protocols.whole')} />
    )
  const whys = [...new Set(view.wants.map(({ why }) => why))]
  return (
    <Notice tone="warn" title={t('protocols.open', { count: view.wants.length })}>
      <ul className={classes.wants}>
        {whys.map((why) => (
          <li key={why}>
            {t(`protocols.wants.${why}`, { count: view.wants.filter((want) => want.why === why).length })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
