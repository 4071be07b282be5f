import { type ReviewDesk, type ReviewHint, type ReviewRow, readReview } from '@ochno/contract/review'
import type { ReviewId } from '@ochno/domain/ids'
import type { TimelineView } from '@ochno/contract/watch'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/client.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { When } from '../../../ui/when.tsx'
import { actOf, nextSpeed, type ReviewAct } from '../review-keys.ts'
import { nextGap, Pictures, useKeys, usePlayer } from '../review-view.tsx'
import { ReviewHelp } from '../review-help.tsx'
import { Transport } from '../transport.tsx'
import reviewClasses from '../review.module.css'
import classes from './desk.module.css'
import { CallLane, CallsCard } from './calls-card.tsx'
import { type DeskAct, deskActOf, deskKeys, isDeskAct } from './desk-keys.ts'
import { ControlNote } from './control-note.tsx'
import { DismissForm } from './dismiss-form.tsx'
import { FinishCard } from './finish-card.tsx'
import { HintLane, SeenLane } from './hint-lane.tsx'
import { HintPanel } from './hint-panel.tsx'
import { MarkForm } from './mark-form.tsx'
import { MarksCard } from './marks-card.tsx'
import { BEFORE_MS, nextCall, nextHint } from './next-hint.ts'
import { QualityCard } from './quality-card.tsx'
import { ProgressCard } from './progress-card.tsx'
import { TrustCard } from './trust-card.tsx'
import { usePlayed } from './use-played.ts'
import { PhotosCard } from '../photos-card.tsx'
import { useRecording } from '../use-recording.ts'
import { partsOf, useSkim } from './use-skim.ts'

/** A mark without a hint reaches this far back from where one is. */
const BACK_MS = 10_000

function askedHint(): number | null {
  const no = Number(new URLSearchParams(location.search).get('hint'))
  return Number.isSafeInteger(no) && no > 0 ? no : null
}

type DeskViewProps = {
  readonly desk: ReviewDesk
  readonly recording: { readonly view: string; readonly timeline: TimelineView } | null
  readonly zone: string
}

export function DeskView({ desk: first, recording, zone }: DeskViewProps) {
  const { t } = useTranslation()
  const [desk, setDesk] = useState(first)
  const [ended, setEnded] = useState<ReviewRow | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const [judging, setJudging] = useState<'mark' | 'dismiss' | null>(null)
  const [skim, setSkim] = useState(false)
  const [help, setHelp] = useState(false)
  const timeline = recording?.timeline ?? null
  // Without a recording the times of marks and hints still need a beginning.
  const zeroMs = timeline?.zeroMs ?? desk.window.fromMs
  const { player, screen, camera, caller } = useRecording(desk.review.session, recording)
  const state = usePlayer(player)
  const asked = useRef(askedHint())
  // A reason of the trust score leads to its hint.
  useEffect(() => {
    const one = desk.hints.find(({ no }) => no === asked.current)
    if (!one || !player) return
    asked.current = null
    setSelected(one.no)
    player.seek(Math.max(0, one.fromMs - zeroMs - BEFORE_MS))
  }, [desk, player, zeroMs])
  const played = usePlayed(desk.review.id, player, zeroMs)
  const parts = useMemo(() => partsOf(desk), [desk])
  useSkim(skim, parts, player, zeroMs)

  const working = desk.review.reviewedAt === null && ended === null && player !== null
  const judges = working && desk.dispute === null
  const hint = desk.hints.find(({ no }) => no === selected) ?? null
  const go = (ms: number) => {
    player?.seek(Math.max(0, ms))
    player?.play()
  }
  const select = (one: ReviewHint) => {
    setSelected(one.no)
    setJudging(null)
    go(one.fromMs - zeroMs - BEFORE_MS)
  }
  const step = (by: 1 | -1) => {
    const places = desk.hints.map((one) => ({ ...one, fromMs: one.fromMs - zeroMs }))
    const found = nextHint(places, player?.state().atMs ?? 0, by)
    const one = found && desk.hints.find(({ no }) => no === found.no)
    if (one) select(one)
  }
  const callStep = () => {
    const starts = desk.calls.map(({ askedAt }) => Date.parse(askedAt) - zeroMs)
    const next = nextCall(starts, player?.state().atMs ?? 0)
    if (next !== null) go(next)
  }
  const judge = (what: 'mark' | 'dismiss') => {
    if (!judges || (what === 'dismiss' && hint?.state !== 'open')) return
    player?.pause()
    setJudging(what)
  }
  const act = (what: ReviewAct | DeskAct) => {
    if (isDeskAct(what)) {
      if (what.do === 'next' || what.do === 'previous') return step(what.do === 'next' ? 1 : -1)
      if (what.do === 'skim') return setSkim((on) => !on)
      if (what.do === 'call') return callStep()
      return judge(what.do)
    }
    if (!player) return
    const now = player.state()
    switch (what.do) {
      case 'play':
        return player.toggle()
      case 'move':
        return player.seek(now.atMs + what.seconds * 1000)
      case 'speed':
        return player.speed(nextSpeed(now.speed, what.step))
      case 'sound':
        return player.sound(!now.sound)
      case 'start':
        return player.seek(player.startMs)
      case 'end':
        return player.seek(player.edgeMs - 5_000)
      case 'gap':
        return timeline ? player.seek(nextGap(timeline, now.atMs)) : undefined
      case 'help':
        return setHelp(true)
    }
  }
  useKeys((event) => deskActOf(event) ?? actOf(event), help ? null : act)

  /** Whoever has finished a control is told at once that it was one. */
  const finished = async (row: ReviewRow) => {
    setEnded(row)
    if (row.kind !== 'control') return
    const read = await call(readReview, { params: { rid: row.id as ReviewId } })
    if (read.ok) setDesk(read.body)
  }
  /** The next open hint takes the place of the one just answered. */
  const judged = (after: ReviewDesk) => {
    setDesk(after)
    setJudging(null)
    const rest = after.hints.filter((one) => one.state === 'open').toSorted((a, b) => a.fromMs - b.fromMs)
    const here = player?.state().atMs ?? 0
    const next = rest.find((one) => one.fromMs - zeroMs >= here - BEFORE_MS) ?? rest[0]
    if (next) select(next)
  }
  const seen = [...desk.played, ...played.spans]
  const lengthMs = timeline?.lengthMs ?? desk.window.toMs - desk.window.fromMs
  const ms = { zeroMs, lengthMs }
  const at = () => player?.state().atMs ?? 0
  return (
    <Rows gap="lg">
      {ended?.reviewedAt || desk.review.reviewedAt ? (
        <Notice tone="ok" title={t('review.desk.done')} live="status">
          {t('review.desk.doneText', { at: '' })}
          <When at={(ended?.reviewedAt ?? desk.review.reviewedAt) as string} zone={zone} />
        </Notice>
      ) : null}
      {desk.control ? <ControlNote control={desk.control} /> : null}
      <div className={classes.desk}>
        {timeline ? (
          <div className={reviewClasses.stage}>
            <Pictures {...{ player, screen, camera, caller, timeline, zone }} />
            {player && state ? (
              <Transport
                state={state}
                timeline={timeline}
                zone={zone}
                player={player}
                onAct={act}
                extra={[
                  { name: t('review.desk.lanes.hints'), drawn: <HintLane desk={desk} {...ms} /> },
                  ...(desk.calls.length > 0
                    ? [
                        {
                          name: t('review.desk.lanes.calls'),
                          drawn: <CallLane calls={desk.calls} {...ms} />,
                        },
                      ]
                    : []),
                  { name: t('review.desk.lanes.seen'), drawn: <SeenLane spans={seen} {...ms} /> },
                ]}
              />
            ) : (
              <div className={reviewClasses.hold} />
            )}
          </div>
        ) : null}
        <Card title={judging ? t('review.desk.judge') : t('review.desk.hintsTitle')}>
          {judging === 'mark' ? (
            <MarkForm
              key={selected ?? 'none'}
              desk={desk}
              hint={hint?.state === 'open' ? hint.no : null}
              code={hint?.state === 'open' ? hint.code : null}
              range={
                hint?.state === 'open'
                  ? { fromMs: hint.fromMs - zeroMs, toMs: hint.toMs - zeroMs }
                  : { fromMs: Math.max(desk.window.fromMs - zeroMs, at() - BACK_MS), toMs: at() }
              }
              zeroMs={zeroMs}
              atMs={at}
              before={played.flush}
              onDone={judged}
              onClose={() => setJudging(null)}
            />
          ) : judging === 'dismiss' && hint ? (
            <DismissForm
              key={hint.no}
              review={desk.review.id}
              hint={hint.no}
              before={played.flush}
              onDone={judged}
              onClose={() => setJudging(null)}
            />
          ) : (
            <HintPanel
              desk={desk}
              selected={selected}
              zeroMs={zeroMs}
              zone={zone}
              viewer={timeline?.viewer.name ?? ''}
              working={judges}
              onSelect={select}
              onStep={step}
              onJudge={judge}
            />
          )}
        </Card>
      </div>
      <div className={classes.below}>
        <Rows gap="lg">
          <MarksCard desk={desk} zeroMs={zeroMs} working={judges} onGo={go} onDesk={setDesk} />
          <QualityCard
            desk={desk}
            zeroMs={zeroMs}
            working={judges && desk.review.kind !== 'third'}
            onGo={go}
            onDesk={setDesk}
          />
          <CallsCard calls={desk.calls} zeroMs={zeroMs} onGo={go} />
          {recording && timeline ? (
            <PhotosCard
              session={desk.review.session}
              view={recording.view}
              viewer={timeline.viewer.name}
              zone={zone}
              onGo={go}
            />
          ) : null}
          {working ? (
            <FinishCard desk={desk} before={played.flush} onDone={(row) => void finished(row)} />
          ) : null}
        </Rows>
        <Rows gap="lg">
          <ProgressCard
            desk={desk}
            percent={Math.max(played.percent ?? 0, desk.progress.watchedPercent)}
            played={seen.map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs }))}
            unsaved={played.unsaved}
            skim={skim}
            zeroMs={zeroMs}
            onSkim={setSkim}
            onGo={go}
          />
          <TrustCard
            review={desk.review}
            zeroMs={zeroMs}
            onHint={(no) => {
              const one = desk.hints.find((each) => each.no === no)
              if (one) select(one)
            }}
          />
        </Rows>
      </div>
      <ReviewHelp
        opened={help}
        onClose={() => setHelp(false)}
        more={deskKeys.map(([shown, what]) => [shown, t(`review.keys.${what}`)])}
      />
    </Rows>
  )
}
