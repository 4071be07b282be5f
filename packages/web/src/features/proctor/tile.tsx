import { Button } from '@mantine/core'
import type { AttentionView } from '@ochno/contract/attention'
import { readMarks } from '@ochno/contract/conduct'
import type { WallTile } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import {
  IconArrowsExchange,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerTrackNextFilled,
  IconRewindBackward30,
  IconVolume,
  IconVolumeOff,
  IconZoomScan,
} from '@tabler/icons-react'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import type { WatchClient } from '../../player/watch-client.ts'
import { clock } from '../../ui/clock.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { PermittedHere } from './permitted-here.tsx'
import { Act, TalkButton } from './tile-acts.tsx'
import { TileFlags } from './tile-flags.tsx'
import { coveragePercent, isDead, linkSaid, nothingYet, sessionSaid } from './tile-state.ts'
import { type Talk, useTalk } from './use-talk.ts'
import { useInSight, useLive, usePlayerState, useSoundLevel, useTilePlayer } from './use-tile.ts'
import classes from './wall.module.css'

type TileProps = {
  readonly client: WatchClient
  readonly tile: WallTile
  readonly number: number
  readonly nowMs: number
  readonly selected: boolean
  readonly enlarged: boolean
  readonly swapped: boolean
  readonly actual: boolean
  readonly onPlayer: (session: string, player: SessionPlayer | null) => void
  readonly onEnlarge: () => void
  readonly onSwap: () => void
  readonly onActual: () => void
  readonly onTalk: () => void
  /** The talk with this person is open beside the wall. */
  readonly talking: boolean
  readonly onSelect: () => void
  readonly onSound: () => void
  /** How many are on the wall. */
  readonly among: number
  /** What all proctors together gave this person; null while the exam has not begun. */
  readonly attention: AttentionView | null
}

/** Among many the pictures lie over each other, and only talking and enlarging are on the tile; the rest is on the keyboard. */
const isSmall = ({ among, enlarged }: TileProps): boolean => among > 6 && !enlarged

/** One person: screen and camera together, what state they are in, and what can be done. */
export function Tile(props: TileProps) {
  const { client, tile, number, selected, enlarged, swapped, actual, onPlayer, onSelect } = props
  const { t } = useTranslation()
  const { ref, inSight } = useInSight()
  const { player, screen, camera } = useTilePlayer(client, tile.session, inSight)
  const talk = useTalk(tile.session, props.among)
  const live = useLive(client, tile.session)
  const dead = isDead(live, live.state ?? tile.state)
  useEffect(() => {
    onPlayer(tile.session, player)
    return () => onPlayer(tile.session, null)
  }, [player, tile.session, onPlayer])
  const name = tile.examinee.name
  const small = isSmall(props)
  return (
    <article
      ref={ref}
      className={classes.tile}
      aria-label={name}
      data-dead={dead || undefined}
      data-alert={(props.attention?.openAlerts.length ?? 0) > 0 || undefined}
      data-selected={selected || undefined}
      data-enlarged={enlarged || undefined}
      onPointerDown={onSelect}
      onFocus={onSelect}
    >
      <TileHead {...props} talk={talk} />
      <div
        className={classes.pictures}
        data-swapped={swapped || undefined}
        data-actual={(enlarged && actual) || undefined}
        data-small={small || undefined}
      >
        <Picture
          video={screen}
          label={t('proctor.tile.screen', { name })}
          none={t('proctor.tile.noScreen')}
        />
        <Picture
          video={camera}
          label={t('proctor.tile.camera', { name })}
          none={t('proctor.tile.noCamera')}
        />
      </div>
      <div className={classes.flags}>
        <TileFlags
          standing={talk.standing}
          nowMs={props.nowMs}
          lastSeenAt={props.attention ? (props.attention.lastEnlargedAt ?? tile.authorizedAt) : null}
        />
      </div>
      {enlarged ? <Beside session={tile.session} /> : null}
      <TileFoot {...props} player={player} talk={talk} key={number} />
    </article>
  )
}

function Picture({
  video,
  label,
  none,
}: {
  video: RefObject<HTMLVideoElement | null>
  label: string
  none: string
}) {
  return (
    <div className={classes.picture}>
      <span className={classes.none} aria-hidden>
        {none}
      </span>
      <video ref={video} muted playsInline aria-label={label} className={classes.video} />
    </div>
  )
}

function TileHead(props: TileProps & { readonly talk: Talk }) {
  const { client, tile, number, nowMs, talk } = props
  const small = isSmall(props)
  const { t } = useTranslation()
  const live = useLive(client, tile.session)
  const state = sessionSaid(live.state ?? tile.state)
  const deadline = live.deadline ?? tile.deadline
  const running = deadline !== null && state.word === 'in_progress'
  return (
    <header className={classes.head} data-small={small || undefined}>
      <kbd className={classes.number} aria-hidden>
        {number}
      </kbd>
      <h2 className={classes.name}>{tile.examinee.name}</h2>
      <StateMark tone={state.tone} word={t(`proctor.state.${state.word}`)} />
      <span className={classes.left}>
        {running ? (
          <>
            <span className={classes.quiet}>{t('proctor.tile.left')}</span>
            <span className={classes.digits}>
              {clock(Date.parse(deadline) - nowMs + (talk.standing?.owedMs ?? 0))}
            </span>
          </>
        ) : null}
      </span>
    </header>
  )
}

/** R0-1.3d: what is permitted stands next to the picture that one person is judged by. */
function Beside({ session }: { session: string }) {
  const listed = useLoad(readMarks, { params: { sid: session as SessionId } })
  return (
    <div className={classes.beside}>
      <PermittedHere session={session} rules={listed.is === 'ready' ? listed.value : null} />
    </div>
  )
}

function TileFoot(props: TileProps & { readonly player: SessionPlayer | null; readonly talk: Talk }) {
  const { client, tile, player, enlarged, actual, onEnlarge, onSwap, onActual } = props
  const { t, i18n } = useTranslation()
  const live = useLive(client, tile.session)
  const state = usePlayerState(player)
  const level = useSoundLevel(player)
  const small = isSmall(props)
  const link = linkSaid(live, live.state ?? tile.state, performance.now())
  const percent = coveragePercent(live)
  const rewound = state?.mode === 'replay'
  const sound = state?.sound ?? false
  // What a line cut short has already shown can still be gone back in.
  const empty = nothingYet(live) && (state?.edgeMs ?? 0) <= 0
  return (
    <footer className={classes.foot} data-small={small || undefined}>
      <div className={classes.facts}>
        <StateMark quiet tone={link.tone} word={t(`proctor.link.${link.word}`, { count: link.count ?? 0 })} />
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
            <Act icon={IconArrowsExchange} name={t('proctor.tile.swap')} onClick={onSwap} />
            <Act
              icon={IconZoomScan}
              name={t(actual ? 'proctor.tile.fit' : 'proctor.tile.actual')}
              on={actual}
              onClick={onActual}
            />
          </>
        ) : null}
        <TalkButton tile={tile} rows={props.talk.rows} talking={props.talking} onTalk={props.onTalk} />
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
            <span>{t('proctor.tile.rewound', { ago: clock(Math.max(0, state.edgeMs - state.atMs)) })}</span>
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

const closedWords = ['not_assigned', 'outside_window', 'not_found', 'journal_unavailable'] as const
const whyKey = (why: string | null) =>
  `proctor.closed.${closedWords.find((word) => word === why) ?? 'other'}` as const
