import { readMarks } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { SmallMeter } from './small-meter.tsx'
import { QualityNow } from './quality-now.tsx'
import { PermittedHere } from './permitted-here.tsx'
import { TileFlags } from './tile-flags.tsx'
import { TileFoot } from './tile-foot.tsx'
import { isSmall, type TileProps } from './tile-props.ts'
import { isDead, pictureSaid, sessionSaid } from './tile-state.ts'
import { useInSight, useLive, useTilePlayer } from './use-tile.ts'
import { useNow } from './wall-clock.ts'
import classes from './wall.module.css'

/** One person: screen and camera together, what state they are in, and what can be done. */
export function Tile(props: TileProps) {
  const { client, tile, number, selected, enlarged, swapped, actual, onPlayer, onSelect } = props
  const { t } = useTranslation()
  const { ref, inSight } = useInSight()
  const { player, screen, camera } = useTilePlayer(client, tile.session, inSight)
  const { talk } = props
  const live = useLive(client, tile.session)
  const dead = isDead(live, live.state ?? tile.state)
  useEffect(() => {
    onPlayer(tile.session, player)
    return () => onPlayer(tile.session, null)
  }, [player, tile.session, onPlayer])
  const name = tile.examinee.name
  const small = isSmall(props)
  useEffect(() => player?.ease(small), [player, small])
  return (
    <article
      ref={ref}
      className={classes.tile}
      aria-label={name}
      data-dead={dead || undefined}
      data-alert={(props.attention?.openAlerts.length ?? 0) > 0 || props.hint !== null || undefined}
      data-selected={selected || undefined}
      data-enlarged={enlarged || undefined}
      onPointerDown={onSelect}
      onFocus={onSelect}
    >
      <TileHead {...props} />
      <div
        className={classes.pictures}
        data-swapped={swapped || undefined}
        data-actual={(enlarged && actual) || undefined}
        data-small={small || undefined}
      >
        <Picture {...{ client, tile }} tid="screen" video={screen} label={t('proctor.tile.screen', { name })}>
          {small ? <SmallMeter player={player} /> : null}
        </Picture>
        <Picture {...{ client, tile }} tid="cam" video={camera} label={t('proctor.tile.camera', { name })} />
      </div>
      <div className={classes.flags}>
        {props.hint ? (
          <StateMark quiet tone="warn" word={t('hints.wall.flag', { wording: props.hint })} />
        ) : null}
        <TileFlags
          session={tile.session}
          standing={talk.standing}
          blind={props.blind}
          lastSeenAt={enlarged ? null : lastSeen(props)}
        />
      </div>
      {enlarged ? <Beside session={tile.session} /> : null}
      <TileFoot {...props} player={player} key={number} />
    </article>
  )
}

/** When somebody last enlarged this person, or when the exam began. */
const lastSeen = ({ attention, tile }: TileProps): string | null =>
  attention ? (attention.lastEnlargedAt ?? tile.authorizedAt) : null

function Picture({
  video,
  tid,
  label,
  client,
  tile,
  children,
}: Pick<TileProps, 'client' | 'tile'> & {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly tid: 'cam' | 'screen'
  readonly label: string
  readonly children?: ReactNode
}) {
  const [there, setThere] = useState(false)
  return (
    <div className={classes.picture}>
      {there ? null : (
        <span className={classes.none} aria-hidden>
          <WithoutPicture client={client} tile={tile} tid={tid} />
        </span>
      )}
      <video
        ref={video}
        muted
        playsInline
        aria-label={label}
        className={classes.video}
        onLoadedData={() => setThere(true)}
        onEmptied={() => setThere(false)}
      />
      {children}
    </div>
  )
}

/** Read where there is no picture, each second anew: a track nobody spoke of is not sent after a while. */
function WithoutPicture({
  client,
  tile,
  tid,
}: Pick<TileProps, 'client' | 'tile'> & { readonly tid: 'cam' | 'screen' }) {
  const { t } = useTranslation()
  const live = useLive(client, tile.session)
  useNow()
  const said = pictureSaid(live, tid, live.state ?? tile.state, performance.now())
  if (said === 'fetching') return t('proctor.tile.fetching')
  return said === 'none' ? t(`proctor.tile.${tid === 'screen' ? 'noScreen' : 'noCamera'}`) : null
}

function TileHead(props: TileProps) {
  const { client, tile, number, talk } = props
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
      {small && running ? null : <StateMark tone={state.tone} word={t(`proctor.state.${state.word}`)} />}
      <span className={classes.left}>
        {running ? (
          <>
            {small ? null : <span className={classes.quiet}>{t('proctor.tile.left')}</span>}
            <span className={classes.digits}>
              <TimeLeft untilMs={Date.parse(deadline) + (talk.standing?.owedMs ?? 0)} />
            </span>
          </>
        ) : null}
      </span>
    </header>
  )
}

const TimeLeft = ({ untilMs }: { untilMs: number }) => clock(untilMs - useNow())

/** R0-1.3d: what is permitted stands next to the picture that one person is judged by. */
function Beside({ session }: { session: string }) {
  const listed = useLoad(readMarks, { params: { sid: session as SessionId } })
  return (
    <div className={classes.beside}>
      <PermittedHere session={session} rules={listed.is === 'ready' ? listed.value : null} />
      <QualityNow session={session} />
    </div>
  )
}
