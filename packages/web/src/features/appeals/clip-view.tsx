import { Button, Slider } from '@mantine/core'
import type { MarkView } from '@ochno/contract/appeal-parts'
import type { ClipState, OpenedClip } from '@ochno/contract/clips'
import type { SessionId } from '@ochno/domain/ids'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { type RefObject, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlayerState } from '../../player/player-state.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import { clock } from '../../ui/clock.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { Watermark } from '../../ui/watermark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './clip.module.css'
import { useClip } from './use-clip.ts'

type ClipViewProps = {
  readonly session: SessionId
  readonly clip: OpenedClip
  readonly clips: ClipState
  readonly mark: MarkView
  readonly own: boolean
  readonly zone: string
}

const never = () => () => undefined
const noState = (): PlayerState | null => null

export function ClipView({ session, clip, clips, mark, own, zone }: ClipViewProps) {
  const { t } = useTranslation()
  const { player, screen, camera } = useClip(session, clip)
  const state = useSyncExternalStore(player?.subscribe ?? never, player?.state ?? noState)
  const has = (tid: string) => clip.timeline.tracks.some((track) => track.tid === tid)
  if (clip.timeline.tracks.length === 0) return <Notice tone="info" title={t('appeals.clips.empty')} />
  const picture = (name: string, ref: RefObject<HTMLVideoElement | null>) => (
    <figure className={classes.picture}>
      <video
        ref={ref}
        className={classes.video}
        muted
        playsInline
        disablePictureInPicture
        aria-label={name}
      />
      <Watermark name={clip.timeline.viewer.name} zone={zone} />
    </figure>
  )
  return (
    <section
      aria-label={t('appeals.clips.of', { wording: mark.wording })}
      className={classes.clip}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div className={classes.pictures} data-one={has('screen') ? undefined : true}>
        {has('screen') ? picture(t('appeals.clips.screen'), screen) : null}
        {has('cam') ? picture(t('appeals.clips.camera'), camera) : null}
      </div>
      {player && state ? <Controls player={player} state={state} clip={clip} /> : null}
      <Rows gap="sm">
        <p className={classes.quiet}>
          {t('appeals.clips.seen', {
            from: clockAt(mark.from, zone),
            to: clockAt(mark.to ?? mark.from, zone),
          })}{' '}
          {t('appeals.clips.others')}
        </p>
        {clips.screenFrom ? (
          <p className={classes.quiet}>
            {t('appeals.clips.screenLater')} <When at={clips.screenFrom} zone={zone} />.
          </p>
        ) : own ? null : (
          <p className={classes.quiet}>{t('appeals.clips.noScreen')}</p>
        )}
      </Rows>
    </section>
  )
}

function Controls({ player, state, clip }: { player: SessionPlayer; state: PlayerState; clip: OpenedClip }) {
  const { t } = useTranslation()
  const at = Math.max(0, Math.min(state.atMs, clip.toMs) - clip.fromMs)
  const over = state.atMs >= clip.toMs - 200
  return (
    <Bar>
      <Button
        leftSection={
          state.playing && !over ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />
        }
        onClick={() => {
          if (over) player.seek(clip.fromMs)
          if (over) player.play()
          else player.toggle()
        }}
      >
        {t(over ? 'appeals.clips.again' : state.playing ? 'appeals.clips.pause' : 'appeals.clips.play')}
      </Button>
      <Button
        variant="default"
        leftSection={state.sound ? <IconVolume size={18} /> : <IconVolumeOff size={18} />}
        onClick={() => player.sound(!state.sound)}
      >
        {t(state.sound ? 'appeals.clips.mute' : 'appeals.clips.sound')}
      </Button>
      <Slider
        className={classes.slider}
        thumbLabel={t('appeals.clips.play')}
        label={(ms) => clock(ms)}
        min={0}
        max={clip.toMs - clip.fromMs}
        value={at}
        onChange={(ms) => player.seek(clip.fromMs + ms)}
      />
      <span className={classes.time}>
        {clock(Math.floor(at / 1000) * 1000)} / {clock(clip.toMs - clip.fromMs)}
      </span>
    </Bar>
  )
}
