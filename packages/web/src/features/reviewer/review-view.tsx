import type { TimelineView } from '@ochno/contract/watch'
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlayerState } from '../../player/player-state.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import { Watermark } from '../../ui/watermark.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { PhotosCard } from './photos-card.tsx'
import classes from './review.module.css'
import { actOf, nextSpeed, type ReviewAct } from './review-keys.ts'
import { ReviewHelp } from './review-help.tsx'
import { type ForAppeal, TakeMoment } from './take-moment.tsx'
import { Transport } from './transport.tsx'
import { useRecording } from './use-recording.ts'

type ReviewViewProps = {
  readonly session: string
  readonly view: string
  readonly timeline: TimelineView
  readonly zone: string
  /** Where it begins, by the server's clock; null: where the recording does. */
  readonly atMs: number | null
  /** Whose verdict the times are taken for. */
  readonly appeal?: ForAppeal | null
}

export function ReviewView({ session, view, timeline, zone, atMs, appeal = null }: ReviewViewProps) {
  const recording = useMemo(() => ({ view, timeline }), [view, timeline])
  const { player, screen, camera, caller } = useRecording(session, recording, atMs)
  return (
    <>
      <div className={classes.stage}>
        <Pictures {...{ player, screen, camera, caller, timeline, zone }} />
        {player ? (
          <Controls player={player} timeline={timeline} zone={zone} />
        ) : (
          <div className={classes.hold} />
        )}
      </div>
      {player && appeal ? (
        <TakeMoment appeal={appeal} player={player} zeroMs={timeline.zeroMs} zone={zone} />
      ) : null}
      {player ? <CoverageCard timeline={timeline} onGo={(ms) => player.seek(ms)} /> : null}
      {player ? (
        <PhotosCard
          session={session}
          view={view}
          viewer={timeline.viewer.name}
          zone={zone}
          onGo={(ms) => player.seek(ms)}
        />
      ) : null}
    </>
  )
}

const never = () => () => undefined
const noState = (): PlayerState | null => null
export const usePlayer = (player: SessionPlayer | null) =>
  useSyncExternalStore(player?.subscribe ?? never, player?.state ?? noState)

export function Pictures({
  player,
  screen,
  camera,
  caller,
  timeline,
  zone,
}: {
  player: SessionPlayer | null
  screen: RefObject<HTMLVideoElement | null>
  camera: RefObject<HTMLVideoElement | null>
  /** The proctor's own camera in a call. */
  caller: RefObject<HTMLVideoElement | null>
  timeline: TimelineView
  zone: string
}) {
  const { t } = useTranslation()
  const state = usePlayer(player)
  const has = (tid: string) => timeline.tracks.some((track) => track.tid === tid)
  const missing = (tid: 'screen' | 'cam') => !has(tid) || (state?.missing.includes(tid) ?? false)
  return (
    <div className={classes.pictures} data-waiting={state?.waiting || undefined}>
      <figure className={classes.picture} data-kind="screen">
        <video
          ref={screen}
          className={classes.video}
          muted
          playsInline
          aria-label={t('reviewer.player.screen')}
        />
        {missing('screen') ? <p className={classes.missing}>{t('reviewer.player.missingScreen')}</p> : null}
        <Watermark name={timeline.viewer.name} zone={zone} />
      </figure>
      <figure className={classes.picture} data-kind="camera">
        <video
          ref={camera}
          className={classes.video}
          muted
          playsInline
          aria-label={t('reviewer.player.camera')}
        />
        {missing('cam') ? <p className={classes.missing}>{t('reviewer.player.missingCamera')}</p> : null}
        <Watermark name={timeline.viewer.name} zone={zone} />
      </figure>
      {has('call') ? (
        <figure
          className={classes.picture}
          data-kind="caller"
          data-away={state?.missing.includes('call') || undefined}
        >
          <video
            ref={caller}
            className={classes.video}
            muted
            playsInline
            aria-label={t('reviewer.player.caller')}
          />
          <Watermark name={timeline.viewer.name} zone={zone} />
        </figure>
      ) : null}
      <p className={classes.loading} role="status">
        {state?.failing ? t('reviewer.player.failing') : state?.waiting ? t('reviewer.player.waiting') : ''}
      </p>
    </div>
  )
}

function Controls({
  player,
  timeline,
  zone,
}: {
  player: SessionPlayer
  timeline: TimelineView
  zone: string
}) {
  const state = usePlayer(player)
  const [help, setHelp] = useState(false)
  const act = (what: ReviewAct) => {
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
        return player.seek(nextGap(timeline, now.atMs))
      case 'help':
        return setHelp(true)
    }
  }
  useKeys(actOf, help ? null : act)
  return state ? (
    <>
      <Transport state={state} timeline={timeline} zone={zone} player={player} onAct={act} />
      <ReviewHelp opened={help} onClose={() => setHelp(false)} />
    </>
  ) : null
}

/** A moment before the next gap, so that one sees how it begins; round the end to the first. */
export function nextGap(timeline: TimelineView, at: number): number {
  const starts = timeline.tracks
    .flatMap(({ gaps }) => gaps.map((gap) => Math.max(0, gap.fromMs - 3_000)))
    .sort((a, b) => a - b)
  return starts.find((start) => start > at + 500) ?? starts[0] ?? at
}

export function useKeys<Act>(
  read: (event: KeyboardEvent) => Act | null,
  act: ((what: Act) => void) | null,
): void {
  const latest = useRef({ read, act })
  latest.current = { read, act }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const what = latest.current.read(event)
      const target = event.target instanceof HTMLElement ? event.target : null
      // Fields keep their keys, a button its space bar.
      if (
        !what ||
        !latest.current.act ||
        target?.closest('input:not([type=range]), textarea, select, [role=dialog]')
      )
        return
      if (event.code === 'Space' && target?.closest('button, a')) return
      event.preventDefault()
      latest.current.act(what)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
