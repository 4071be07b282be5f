import { Button } from '@mantine/core'
import { type QualityView, readQuality } from '@ochno/contract/quality'
import type { ReviewDesk } from '@ochno/contract/review'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { clock } from '../../../ui/clock.ts'
import { LoadView } from '../../../ui/load-view.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { QualityLine } from '../../../ui/quality-line.tsx'
import classes from './desk.module.css'
import { JudgedSheet, UnjudgedSheet } from './unjudged-sheet.tsx'

type QualityCardProps = {
  readonly desk: ReviewDesk
  readonly zeroMs: number
  /** The first look alone writes into the session's log. */
  readonly working: boolean
  readonly onGo: (ms: number) => void
  readonly onDesk: (desk: ReviewDesk) => void
}

const LISTED = 20

/** R1-4.1k, R3-4.2.4.1, R4-6.3.4: how good the pictures are, and that nobody can judge by them. No figure says so by itself. */
export function QualityCard(props: QualityCardProps) {
  const { t } = useTranslation()
  const load = useLoad(readQuality, { params: { sid: props.desk.review.session as SessionId } })
  return (
    <Card title={t('quality.title')} lead={t('quality.lead')}>
      <LoadView load={load} rows={3}>
        {(quality) => <Figures {...props} quality={quality} />}
      </LoadView>
    </Card>
  )
}

function Figures({
  desk,
  zeroMs,
  working,
  onGo,
  onDesk,
  quality,
}: QualityCardProps & { quality: QualityView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'unjudged' | 'judged' | null>(null)
  const { tracks, poor, unjudged } = quality
  const place = (from: number, to: number) =>
    t('review.desk.range', { from: clock(from - zeroMs), to: clock(to - zeroMs) })
  return (
    <Rows>
      {tracks.length === 0 ? <p className={classes.quiet}>{t('quality.none')}</p> : null}
      <ul className={classes.parts}>
        {tracks.map((one) => (
          <li key={one.track}>
            <QualityLine of={one} />
          </li>
        ))}
      </ul>
      {tracks.length === 0 ? null : poor.length === 0 ? (
        <p className={classes.quiet}>{t('quality.noPoor')}</p>
      ) : (
        <ul className={classes.marks}>
          {poor.slice(0, LISTED).map((one) => (
            <li key={`${one.track} ${one.fromMs}`}>
              <div>
                <strong>{place(one.fromMs, one.toMs)}</strong>
                <p className={classes.quiet}>
                  {[t(`quality.track.${one.track}`), ...one.why.map((why) => t(`quality.why.${why}`))].join(
                    ' · ',
                  )}
                </p>
              </div>
              <div className={classes.acts}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('quality.goTo', { at: clock(one.fromMs - zeroMs) })}
                  onClick={() => onGo(one.fromMs - zeroMs)}
                >
                  {t('review.desk.go')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {unjudged ? (
        <Notice
          tone="warn"
          title={t('quality.said')}
          action={
            working ? (
              <Button variant="default" onClick={() => setOpen('judged')}>
                {t('quality.takeBack')}
              </Button>
            ) : null
          }
        >
          <p>{unjudged.reason}</p>
          <p>
            {[
              unjudged.by,
              unjudged.spans.map(({ from, to }) => place(Date.parse(from), Date.parse(to))).join(', '),
            ].join(' · ')}
          </p>
          <p>{t('quality.noViolation')}</p>
        </Notice>
      ) : working ? (
        <div>
          <Button variant="default" onClick={() => setOpen('unjudged')}>
            {t('quality.say')}
          </Button>
        </div>
      ) : null}
      {open === 'unjudged' ? (
        <UnjudgedSheet
          desk={desk}
          poor={poor.slice(0, LISTED)}
          zeroMs={zeroMs}
          onDone={(after) => {
            onDesk(after)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'judged' && unjudged ? (
        <JudgedSheet
          review={desk.review.id}
          seq={unjudged.seq}
          onDone={(after) => {
            onDesk(after)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Rows>
  )
}
