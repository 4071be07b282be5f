import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core'
import type { TimelineView } from '@ochno/contract/watch'
import {
  IconKeyboard,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipForward,
  IconRewindBackward10,
  IconRewindForward10,
  IconVolume,
  IconVolumeOff,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type PlayerState, SPEEDS } from '../../player/player-state.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import { clock } from '../../ui/clock.ts'
import classes from './review.module.css'
import type { ReviewAct } from './review-keys.ts'
import { type ExtraLane, TimeBar } from './time-bar.tsx'

type TransportProps = {
  readonly state: PlayerState
  readonly player: SessionPlayer
  readonly timeline: TimelineView
  readonly zone: string
  readonly extra?: readonly ExtraLane[]
  readonly onAct: (act: ReviewAct) => void
}

export function Transport({ state, player, timeline, zone, extra = [], onAct }: TransportProps) {
  const { t, i18n } = useTranslation()
  const serverTime = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium', timeZone: zone }).format(
    timeline.zeroMs + state.atMs,
  )
  const fast = state.speed > 4
  const gaps = timeline.tracks.some((track) => track.gaps.length)
  return (
    <div className={classes.transport}>
      <TimeBar state={state} timeline={timeline} extra={extra} onSeek={(ms) => player.seek(ms)} />
      <div className={classes.controls}>
        <Act
          icon={IconRewindBackward10}
          name={t('reviewer.player.back')}
          onClick={() => onAct({ do: 'move', seconds: -10 })}
        />
        <Act
          main
          icon={state.playing ? IconPlayerPauseFilled : IconPlayerPlayFilled}
          name={t(state.playing ? 'reviewer.player.pause' : 'reviewer.player.play')}
          onClick={() => onAct({ do: 'play' })}
        />
        <Act
          icon={IconRewindForward10}
          name={t('reviewer.player.forward')}
          onClick={() => onAct({ do: 'move', seconds: 10 })}
        />
        <span className={classes.time}>
          <strong>{clock(Math.floor(state.atMs / 1000) * 1000)}</strong>
          <span> / {clock(timeline.lengthMs)}</span>
        </span>
        <span className={classes.server}>{t('reviewer.player.clock', { time: serverTime })}</span>
        <span className={classes.grow} />
        {gaps ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlayerSkipForward size={18} aria-hidden />}
            onClick={() => onAct({ do: 'gap' })}
          >
            {t('reviewer.player.nextGap')}
          </Button>
        ) : null}
        <Act
          icon={state.sound && !fast ? IconVolume : IconVolumeOff}
          name={
            fast
              ? t('reviewer.player.muteFast')
              : t(state.sound ? 'reviewer.player.mute' : 'reviewer.player.listen')
          }
          onClick={() => onAct({ do: 'sound' })}
        />
        <NativeSelect
          aria-label={t('reviewer.player.speed')}
          value={String(state.speed)}
          onChange={(event) => player.speed(Number(event.currentTarget.value))}
          data={SPEEDS.map((speed) => ({
            value: String(speed),
            label: `${new Intl.NumberFormat(i18n.language).format(speed)}×`,
          }))}
        />
        <Act icon={IconKeyboard} name={t('reviewer.player.keys')} onClick={() => onAct({ do: 'help' })} />
      </div>
    </div>
  )
}

function Act({
  icon: Icon,
  name,
  main,
  onClick,
}: {
  icon: TablerIcon
  name: string
  main?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={name} openDelay={400} withinPortal={false}>
      <ActionIcon
        size={main ? 46 : 38}
        radius="xl"
        variant={main ? 'filled' : 'default'}
        aria-label={name}
        onClick={onClick}
      >
        <Icon size={main ? 24 : 20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
