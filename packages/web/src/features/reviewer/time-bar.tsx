import { unpackIndex } from '@ochno/contract/index-columns'
import type { TimelineView } from '@ochno/contract/watch'
import { type PointerEvent, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlayerState } from '../../player/player-state.ts'
import { clock } from '../../ui/clock.ts'
import classes from './review.module.css'

const ORDER = ['screen', 'cam', 'cam2', 'call'] as const
type Tid = (typeof ORDER)[number]

/** Fragments closer than this are drawn as one stretch. */
const JOIN_MS = 900

type Stretch = { readonly from: number; readonly to: number }

function stretches(track: TimelineView['tracks'][number]): Stretch[] {
  const out: { from: number; to: number }[] = []
  for (const { atMs, durMs } of unpackIndex(track.fragments)) {
    const last = out.at(-1)
    if (last && atMs - last.to < JOIN_MS) last.to = Math.max(last.to, atMs + durMs)
    else out.push({ from: atMs, to: atMs + durMs })
  }
  return out
}

/** A lane of the page’s own, drawn from 0 to 100 % of the recording. */
export type ExtraLane = { readonly name: string; readonly drawn: ReactNode }

/** What is recorded of each track, where the gaps are, and where one is. */
export function TimeBar({
  state,
  timeline,
  extra = [],
  onSeek,
}: {
  state: PlayerState
  timeline: TimelineView
  extra?: readonly ExtraLane[]
  onSeek: (ms: number) => void
}) {
  const { t } = useTranslation()
  const length = Math.max(1, timeline.lengthMs)
  const rows = useMemo(
    () =>
      ORDER.flatMap((tid) => {
        const track = timeline.tracks.find((one) => one.tid === tid)
        return track ? [{ tid, gaps: track.gaps, drawn: stretches(track) }] : []
      }),
    [timeline],
  )
  const at = (ms: number) => `${(ms / length) * 100}%`
  const seekTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onSeek(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * length)
  }
  return (
    <div className={classes.bars}>
      <div className={classes.names} aria-hidden>
        {rows.map(({ tid }) => (
          <span key={tid}>{t(`reviewer.coverage.${tid as Tid}`)}</span>
        ))}
        {extra.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div
        className={classes.lanes}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          seekTo(event)
        }}
        onPointerMove={(event) => event.buttons === 1 && seekTo(event)}
      >
        {rows.map(({ tid, drawn, gaps }) => (
          <svg key={tid} className={classes.lane} aria-hidden role="presentation">
            {drawn.map(({ from, to }) => (
              <rect
                key={from}
                className={classes.have}
                x={at(from)}
                width={at(to - from)}
                y="0"
                height="100%"
                rx="2"
              />
            ))}
            {gaps.map((gap) => (
              <rect
                key={gap.fromMs}
                className={classes.gap}
                x={at(gap.fromMs)}
                width={at(Math.max(gap.toMs - gap.fromMs, length / 400))}
                y="0"
                height="100%"
              />
            ))}
          </svg>
        ))}
        {extra.map(({ name, drawn }) => (
          <svg key={name} className={classes.lane} aria-hidden role="presentation">
            {drawn}
          </svg>
        ))}
        <svg className={classes.head} aria-hidden role="presentation">
          <line x1={at(state.atMs)} x2={at(state.atMs)} y1="0" y2="100%" />
        </svg>
        <input
          type="range"
          className={classes.range}
          aria-label={t('reviewer.player.position')}
          aria-valuetext={t('reviewer.player.positionText', { at: clock(state.atMs), all: clock(length) })}
          min={0}
          max={Math.round(length)}
          step={1000}
          value={Math.round(state.atMs)}
          onChange={(event) => onSeek(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  )
}
