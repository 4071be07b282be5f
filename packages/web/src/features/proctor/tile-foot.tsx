import { Button } from '@mantine/core'
import {
  IconArrowsExchange,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconPhone,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerTrackNextFilled,
  IconRewindBackward30,
  IconVolume,
  IconVolumeOff,
  IconZoomScan,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SessionPlayer } from '../../player/session-player.ts'
import type { LiveState } from '../../player/live-state.ts'
import { clock } from '../../ui/clock.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Act, TalkButton } from './tile-acts.tsx'
import { isSmall, type TileProps } from './tile-props.ts'
import { coveragePercent, linkSaid, nothingYet } from './tile-state.ts'
import { useLive, useSoundLevel, useTilePicture } from './use-tile.ts'
import { useNow } from './wall-clock.ts'
import classes from './wall.module.css'

/** What comes from this person, and what can be done with the picture. */
export function TileFoot(props: TileProps & { readonly player: SessionPlayer | null }) {
  const { client, tile, player, enlarged, actual, onEnlarge, onSwap, onActual } = props
  const { t, i18n } = useTranslation()
  const live = useLive(client, tile.session)
  const state = useTilePicture(player)
  const small = isSmall(props)
  const level = useSoundLevel(small ? null : player)
  const percent = coveragePercent(live)
  const rewound = state !== null && state.agoS !== null
  const sound = state?.sound ?? false
  // What a line cut short has already shown can still be gone back in.
  const empty = nothingYet(live) && !(state?.shows ?? false)
  return (
    <footer className={classes.foot} data-small={small || undefined}>
      <div className={classes.facts}>
        <LinkMark live={live} state={live.state ?? tile.state} />
        {percent === null ? null : (
          <span className={classes.quiet}>
            {t('proctor.tile.coverage', { percent: percent.toLocaleString(i18n.language) })}
          </span>
        )}
        {live.is === 'closed' ? <span className={classes.why}>{t(whyKey(live.why))}</span> : null}
      </div>
      <div className={classes.acts}>
        {small ? null : (
          <>
            <div className={classes.meter}>
              <LevelMeter level={level} label={t('proctor.tile.level')} />
            </div>
            <Act
              icon={sound ? IconVolume : IconVolumeOff}
              name={t(sound ? 'proctor.tile.mute' : 'proctor.tile.listen')}
              on={sound}
              disabled={empty}
              onClick={props.onSound}
            />
            <Act
              icon={IconRewindBackward30}
              name={t('proctor.tile.back')}
              disabled={empty}
              onClick={() => player?.back(30)}
            />
            <Act
              icon={state?.playing === false ? IconPlayerPlayFilled : IconPlayerPauseFilled}
              name={t(state?.playing === false ? 'proctor.tile.play' : 'proctor.tile.pause')}
              disabled={empty}
              onClick={() => player?.toggle()}
            />
          </>
        )}
        {enlarged ? (
          <>
            <Act icon={IconPhone} name={t('calls.ring')} onClick={props.onCall} />
            <Act icon={IconArrowsExchange} name={t('proctor.tile.swap')} onClick={onSwap} />
            <Act
              icon={IconZoomScan}
              name={t(actual ? 'proctor.tile.fit' : 'proctor.tile.actual')}
              on={actual}
              onClick={onActual}
            />
          </>
        ) : null}
        <TalkButton tile={tile} latest={props.talk.wanted} talking={props.talking} onTalk={props.onTalk} />
        <Act
          icon={enlarged ? IconArrowsMinimize : IconArrowsMaximize}
          name={t(enlarged ? 'proctor.tile.shrink' : 'proctor.tile.enlarge')}
          disabled={empty && !enlarged}
          onClick={onEnlarge}
        />
      </div>
      <div className={classes.rewound} data-on={rewound || undefined} role="status">
        {rewound && state ? (
          <>
            <span>{t('proctor.tile.rewound', { ago: clock((state.agoS ?? 0) * 1_000) })}</span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlayerTrackNextFilled size={14} aria-hidden />}
              onClick={() => player?.goLive()}
            >
              {t('proctor.tile.live')}
            </Button>
          </>
        ) : null}
      </div>
    </footer>
  )
}

/** How well this person's line is, each second anew: a slow line is forgotten after a while. */
function LinkMark({ live, state }: { live: LiveState; state: string }) {
  const { t } = useTranslation()
  useNow()
  const { tone, word, count } = linkSaid(live, state, performance.now())
  return <StateMark quiet tone={tone} word={t(`proctor.link.${word}`, { count: count ?? 0 })} />
}

const closedWords = ['not_assigned', 'outside_window', 'not_found', 'journal_unavailable'] as const
const whyKey = (why: string | null) =>
  `proctor.closed.${closedWords.find((word) => word === why) ?? 'other'}` as const
