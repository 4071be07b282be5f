import { Button } from '@mantine/core'
import { readDoorQueue } from '@ochno/contract/door'
import type { WallTile } from '@ochno/contract/watch'
import {
  IconBlur,
  IconDoor,
  IconEyeOff,
  IconHome,
  IconKeyboard,
  IconRotateClockwise2,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import type { WatchClient } from '../../player/watch-client.ts'
import { ConsoleLocked } from '../../ui/console-locked.ts'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { HintView } from '@ochno/contract/hints'
import { UnreadBar } from './unread-requirements.tsx'
import { CallBar } from './call-bar.tsx'
import { OffersToMe } from './hand-over-form.tsx'
import { HintsStrip } from './hints-strip.tsx'
import { ring } from './ring.ts'
import { mayTalkWith } from './send-to-each.ts'
import { TalkPanel } from './talk-panel.tsx'
import { Tile } from './tile.tsx'
import { useAttention } from './use-attention.ts'
import { useHints } from './use-hints.ts'
import { useRotation } from './use-rotation.ts'
import { useTalks } from './use-talk.ts'
import classes from './wall.module.css'
import { WallHelp } from './wall-help.tsx'
import { useWallClock } from './wall-clock.ts'
import { ProctorCallContext, useProctorCall } from './use-proctor-call.ts'
import { actOf, type Deed, type WallAct } from './wall-keys.ts'

type WallViewProps = {
  readonly client: WatchClient
  readonly tiles: readonly WallTile[]
  readonly online: boolean
  /** How many hints wait for somebody to look. */
  readonly onWaiting: (count: number) => void
}

export function WallView({ client, tiles, online, onWaiting }: WallViewProps) {
  const { t } = useTranslation()
  const { nowMs } = useWallClock()
  const locked = useContext(ConsoleLocked)
  const [selected, setSelected] = useState(0)
  const [enlarged, setEnlarged] = useState<string | null>(null)
  const [swapped, setSwapped] = useState(false)
  const [actual, setActual] = useState(false)
  const [help, setHelp] = useState(false)
  const [talking, setTalking] = useState<string | null>(null)
  const [deed, setDeed] = useState<Deed>('chat')
  const [marked, setMarked] = useState<HintView | null>(null)
  const call = useProctorCall()
  const [turning, setTurning] = useState(false)
  const [blurred, setBlurred] = useBlurred()
  const players = useRef(new Map<string, SessionPlayer>())
  const onPlayer = useCallback((session: string, player: SessionPlayer | null) => {
    if (player) players.current.set(session, player)
    else players.current.delete(session)
  }, [])
  const shown = tiles.filter((tile) => tile.watchable)
  const [sound, setSound] = useState(false)
  const hints = useHints(() => {
    if (sound) void ring()
  })
  const open = hints.hints.filter(
    ({ rings, session }) => rings && shown.some((tile) => tile.session === session),
  )
  const waiting = open.length
  useEffect(() => onWaiting(waiting), [waiting, onWaiting])
  const companion = shown.find((tile) => tile.session === talking)
  const listening = () =>
    locked
      ? null
      : (shown.find(({ session }) => players.current.get(session)?.state().sound)?.session ?? null)
  // Whoever is behind a lock is neither seen nor heard, whatever is enlarged there.
  const { attended, answer } = useAttention(locked ? null : enlarged, listening)
  const talkOf = useTalks(shown.length)
  const enlarge = (session: string) => {
    setEnlarged(session)
    setSelected(
      Math.max(
        0,
        shown.findIndex((tile) => tile.session === session),
      ),
    )
  }
  const rotation = useRotation(
    turning && talking === null && !help && !locked,
    shown,
    attended,
    nowMs,
    enlarge,
  )

  /** One at a time: two voices together are none. */
  const listen = (session: string) => {
    const on = !players.current.get(session)?.state().sound
    for (const [one, player] of players.current) player.sound(on && one === session)
  }
  const talk = (session: string, next: Deed) => {
    setDeed(next)
    setMarked(null)
    setTalking(talking === session && deed === next ? null : session)
  }
  const markHint = (hint: HintView) => {
    setMarked(hint)
    setDeed('mark')
    setTalking(hint.session)
  }
  /** What moment a rewound picture shows: null while it is live or the recording's own clock is not known yet. */
  const shownAt = (session: string) => {
    const player = players.current.get(session)
    const state = player?.state()
    const zero = player?.zeroMs ?? null
    return state?.mode === 'replay' && zero !== null ? zero + state.atMs : null
  }
  const select = (by: number) => {
    const next = (selected + by + shown.length) % Math.max(1, shown.length)
    setSelected(next)
    const session = shown[next]?.session
    if (enlarged !== null && session) setEnlarged(session)
  }
  /** Who waits for somebody comes before whom nobody has looked at. */
  const next = () => {
    const waits = shown.find(
      ({ session }) => session !== enlarged && (attended.get(session)?.openAlerts.length ?? 0) > 0,
    )
    const chosen = waits?.session ?? rotation.next()
    if (chosen) enlarge(chosen)
  }

  /** Five seconds before what was noticed, with the person enlarged. */
  const showMoment = ({ session, fromMs }: { readonly session: string; readonly fromMs: number }) => {
    enlarge(session)
    const player = players.current.get(session)
    const state = player?.state()
    if (!player || !state) return
    player.back(Math.max(1, (nowMs() - fromMs + 5_000 - (state.edgeMs - state.atMs)) / 1_000))
  }

  const act = (what: WallAct) => {
    const tile = shown[selected]
    const player = tile && players.current.get(tile.session)
    switch (what.do) {
      case 'person': {
        const next = shown[what.index]
        if (!next) return
        setSelected(what.index)
        setEnlarged(next.session)
        return
      }
      case 'all':
        return setEnlarged(null)
      case 'back':
        return player?.back(30)
      case 'live':
        return player?.goLive()
      case 'sound':
        return tile && listen(tile.session)
      case 'swap':
        return setSwapped((was) => !was)
      case 'actual':
        return setActual((was) => !was)
      case 'pause':
        return player?.toggle()
      case 'deed':
        return tile && talk(tile.session, what.deed)
      case 'next':
        return next()
      case 'down':
        return select(1)
      case 'up':
        return select(-1)
      case 'turn':
        return setTurning((was) => !was)
      case 'blur':
        return setBlurred(!blurred)
      case 'hintBack':
        return open[0] && showMoment(open[0])
      case 'hintSeen':
        return open[0] && hints.answer(open[0], 'answered')
      case 'hintNothing':
        return open[0] && hints.answer(open[0], 'dismissed')
      case 'help':
        return setHelp(true)
    }
  }
  useWallKeys(help || locked ? null : act)

  // Whoever talks does not hear the same voice half a second later.
  const answered = call.talk.voice !== null
  useEffect(() => {
    if (answered || locked) for (const player of players.current.values()) player.sound(false)
  }, [answered, locked])

  return (
    <ProctorCallContext value={call}>
      <div className={classes.wall}>
        <header className={classes.bar}>
          <h1 className={classes.title}>{t('proctor.wall.title')}</h1>
          <span className={classes.exams}>
            {[...new Set(shown.map((tile) => tile.exam.title))].join(' · ')}
          </span>
          <span role="status" className={classes.online}>
            <StateMark
              quiet
              tone={online ? 'ok' : 'warn'}
              word={t(online ? 'proctor.wall.online' : 'proctor.wall.offline')}
            />
          </span>
          <Button
            variant={turning ? 'filled' : 'default'}
            {...(turning ? { color: 'accent.7' } : {})}
            size="compact-md"
            aria-pressed={turning}
            leftSection={<IconRotateClockwise2 size={18} aria-hidden />}
            onClick={() => setTurning(!turning)}
          >
            {t('wall.turn')}
          </Button>
          <Button
            variant={blurred ? 'filled' : 'default'}
            {...(blurred ? { color: 'accent.7' } : {})}
            size="compact-md"
            aria-pressed={blurred}
            title={t('wall.blurWhy')}
            leftSection={<IconBlur size={18} aria-hidden />}
            onClick={() => setBlurred(!blurred)}
          >
            {t('wall.blur')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconKeyboard size={18} aria-hidden />}
            onClick={() => setHelp(true)}
          >
            {t('proctor.wall.help')}
          </Button>
          <DoorButton />
          <Button
            component={Link}
            to="/"
            variant="default"
            size="compact-md"
            leftSection={<IconHome size={18} aria-hidden />}
          >
            {t('proctor.wall.home')}
          </Button>
        </header>
        <CallBar />
        <OffersToMe />
        <UnreadBar tiles={tiles} />
        <HintsStrip
          open={open}
          nameOf={(session) => shown.find((tile) => tile.session === session)?.examinee.name ?? ''}
          sound={sound}
          onSound={() => setSound(!sound)}
          onBack={showMoment}
          onMark={markHint}
          onAnswer={hints.answer}
        />
        <div className={classes.body}>
          {shown.length ? (
            <div
              className={classes.grid}
              data-count={shown.length}
              data-size={shown.length > 12 ? 'most' : shown.length > 6 ? 'many' : 'few'}
              style={{ '--others': Math.max(5, shown.length - 1) } as CSSProperties}
              data-enlarged={enlarged !== null || undefined}
              data-blurred={blurred || undefined}
            >
              {shown.map((tile, index) => (
                <Tile
                  key={tile.session}
                  client={client}
                  tile={tile}
                  number={index + 1}
                  selected={selected === index}
                  enlarged={enlarged === tile.session}
                  swapped={swapped}
                  actual={actual}
                  onPlayer={onPlayer}
                  onSelect={() => setSelected(index)}
                  onEnlarge={() => setEnlarged(enlarged === tile.session ? null : tile.session)}
                  onSwap={() => setSwapped(!swapped)}
                  onActual={() => setActual(!actual)}
                  onSound={() => listen(tile.session)}
                  among={shown.length}
                  attention={attended.get(tile.session) ?? null}
                  talk={talkOf(tile.session)}
                  blind={hints.blind}
                  hint={open.find(({ session }) => session === tile.session)?.wording ?? null}
                  talking={talking === tile.session}
                  onCall={() => talk(tile.session, 'call')}
                  onTalk={() => (talking === tile.session ? setTalking(null) : talk(tile.session, 'chat'))}
                />
              ))}
            </div>
          ) : (
            <div className={classes.empty}>
              <Empty icon={IconEyeOff} title={t('proctor.wall.emptyTitle')}>
                {t('proctor.wall.emptyText')}
              </Empty>
            </div>
          )}
          {companion ? (
            <TalkPanel
              key={companion.session}
              tile={companion}
              deed={deed}
              hint={marked?.session === companion.session ? marked : null}
              shownAt={() => shownAt(companion.session)}
              onMoment={(fromMs) => showMoment({ session: companion.session, fromMs })}
              attention={attended.get(companion.session) ?? null}
              onDeed={setDeed}
              onSeen={() => answer(companion.session)}
              everybody={shown
                .filter(mayTalkWith)
                .map(({ session, examinee }) => ({ session, name: examinee.name }))}
              onClose={() => setTalking(null)}
            />
          ) : null}
        </div>
        <WallHelp opened={help} onClose={() => setHelp(false)} />
      </div>
    </ProctorCallContext>
  )
}

const BLURRED = 'ochno.wall.blurred'

/** P-28: who stands behind a proctor sees nobody's room; the choice stays with this machine. */
function useBlurred(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(BLURRED) === '1')
  return [
    on,
    (next) => {
      setOn(next)
      if (next) localStorage.setItem(BLURRED, '1')
      else localStorage.removeItem(BLURRED)
    },
  ]
}

/** Who waits at the door, in sight of whoever watches. */
function DoorButton() {
  const { t } = useTranslation()
  const queue = useLoad(readDoorQueue, {}, { everyMs: 5_000 })
  const waiting =
    queue.is === 'ready' ? queue.value.rows.filter(({ state }) => state === 'waiting').length : 0
  return (
    <Button
      component={Link}
      to="/door"
      variant={waiting ? 'filled' : 'default'}
      size="compact-md"
      leftSection={<IconDoor size={18} aria-hidden />}
    >
      {waiting ? t('door.proctor.open', { count: waiting }) : t('door.proctor.openNone')}
    </Button>
  )
}

function useWallKeys(act: ((what: WallAct) => void) | null): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const what = actOf(event)
      // A button keeps its own space bar.
      const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, input')
      // Words that are being typed are no orders to the wall.
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input:not([type="radio"]), textarea')
      if (!what || !latest.current || typing || (onButton && event.code === 'Space')) return
      event.preventDefault()
      latest.current(what)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
