import { Button } from '@mantine/core'
import { readDoorQueue } from '@ochno/contract/door'
import type { WallTile } from '@ochno/contract/watch'
import { IconDoor, IconEyeOff, IconHome, IconKeyboard } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import type { SessionPlayer } from '../../player/session-player.ts'
import type { WatchClient } from '../../player/watch-client.ts'
import { Empty } from '../../ui/empty.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TalkPanel } from './talk-panel.tsx'
import { Tile } from './tile.tsx'
import classes from './wall.module.css'
import { WallHelp } from './wall-help.tsx'
import { actOf, type WallAct } from './wall-keys.ts'

/** R0-1.4, SM: six people are what one proctor can follow. */
const AT_ONCE = 6

type WallViewProps = {
  readonly client: WatchClient
  readonly tiles: readonly WallTile[]
  readonly nowMs: number
  readonly online: boolean
}

export function WallView({ client, tiles, nowMs, online }: WallViewProps) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState(0)
  const [enlarged, setEnlarged] = useState<string | null>(null)
  const [swapped, setSwapped] = useState(false)
  const [actual, setActual] = useState(false)
  const [help, setHelp] = useState(false)
  const [talking, setTalking] = useState<string | null>(null)
  const players = useRef(new Map<string, SessionPlayer>())
  const onPlayer = useCallback((session: string, player: SessionPlayer | null) => {
    if (player) players.current.set(session, player)
    else players.current.delete(session)
  }, [])
  const shown = tiles.filter((tile) => tile.watchable).slice(0, AT_ONCE)
  const rest = tiles.length - shown.length
  const companion = shown.find((tile) => tile.session === talking)

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
        return player?.sound(!player.state().sound)
      case 'swap':
        return setSwapped((was) => !was)
      case 'actual':
        return setActual((was) => !was)
      case 'pause':
        return player?.toggle()
      case 'talk':
        return setTalking(tile && talking !== tile.session ? tile.session : null)
      case 'help':
        return setHelp(true)
    }
  }
  useWallKeys(help ? null : act)

  return (
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
      <div className={classes.body}>
        {shown.length ? (
          <div
            className={classes.grid}
            data-count={shown.length}
            data-enlarged={enlarged !== null || undefined}
          >
            {shown.map((tile, index) => (
              <Tile
                key={tile.session}
                client={client}
                tile={tile}
                number={index + 1}
                nowMs={nowMs}
                selected={selected === index}
                enlarged={enlarged === tile.session}
                swapped={swapped}
                actual={actual}
                onPlayer={onPlayer}
                onSelect={() => setSelected(index)}
                onEnlarge={() => setEnlarged(enlarged === tile.session ? null : tile.session)}
                onSwap={() => setSwapped(!swapped)}
                onActual={() => setActual(!actual)}
                talking={talking === tile.session}
                onTalk={() => setTalking(talking === tile.session ? null : tile.session)}
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
            others={shown.map((tile) => tile.session).filter((one) => one !== companion.session)}
            onClose={() => setTalking(null)}
          />
        ) : null}
      </div>
      {shown.length === AT_ONCE && rest > 0 ? (
        <p className={classes.rest}>{t('proctor.wall.more', { count: rest })}</p>
      ) : null}
      <WallHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  )
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
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea')
      if (!what || !latest.current || typing || (onButton && event.code === 'Space')) return
      event.preventDefault()
      latest.current(what)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
