import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Chat } from './chat.tsx'
import { Controls, type PanelName } from './controls.tsx'
import type { Chosen } from './devices.tsx'
import { HelpSheet } from './help-sheet.tsx'
import type { Gone } from './line.ts'
import { Panel } from './panel.tsx'
import { People } from './people.tsx'
import { meIn, openRoom, type Room, type RoomSeen } from './room.ts'
import { Sounds } from './sounds.tsx'
import { Stage } from './stage.tsx'
import { useTold } from './told.ts'
import classes from './room.module.css'

type Props = {
  readonly link: string
  readonly title: string
  readonly given: Chosen
  readonly onLeft: (why: Gone | 'refused' | 'left') => void
}

/** Inside: whoever is heard and seen, what one can do, and beside it the chat or the people. */
export function RoomScreen(props: Props) {
  const { link, given } = props
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const made = openRoom(link, given)
    setRoom(made)
    return () => made.close()
  }, [link, given])
  return room ? <Opened {...props} room={room} /> : null
}

function Opened({ title, room, onLeft }: Props & { room: Room }) {
  const { t } = useTranslation()
  const seen = useSyncExternalStore(room.changed, room.seen)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [helping, setHelping] = useState(false)
  const read = useRef(0)
  const me = meIn(seen)
  const told = useTold(seen, t)
  const leave = useRef(onLeft)
  leave.current = onLeft
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`
  }, [title, t])
  useEffect(() => {
    if (seen.gone) leave.current(seen.gone)
  }, [seen.gone])
  if (panel === 'chat') read.current = seen.said.length
  const out = () => {
    room.close()
    onLeft('left')
  }
  return (
    <div className={classes.room} data-panel={panel ?? undefined}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {seen.now?.locked ? (
          <span className={classes.mark}>
            <IconLock size={16} aria-hidden />
            {t('rooms.room.locked')}
          </span>
        ) : null}
        <p role="status" className={classes.told}>
          {told}
        </p>
      </header>
      <Trouble seen={seen} />
      {me?.at === 'lobby' ? <Lobby onLeave={out} /> : <Stage room={room} seen={seen} />}
      {me?.at === 'room' ? (
        <Controls
          room={room}
          seen={seen}
          me={me}
          panel={panel}
          unread={seen.said.length - read.current}
          onPanel={(name) => setPanel(panel === name ? null : name)}
          onHelp={() => setHelping(true)}
          onLeave={out}
        />
      ) : null}
      {panel && me?.at === 'room' ? (
        <Panel title={t(`rooms.room.${panel}`)} onClose={() => setPanel(null)}>
          {panel === 'chat' ? (
            <Chat said={seen.said} you={me.id} onSay={room.say} />
          ) : (
            <People room={room} seen={seen} me={me} />
          )}
        </Panel>
      ) : null}
      {helping ? <HelpSheet onClose={() => setHelping(false)} /> : null}
      <Sounds seen={seen} />
    </div>
  )
}

function Trouble({ seen }: { seen: RoomSeen }) {
  const { t, i18n } = useTranslation()
  const words =
    seen.line === 'opening'
      ? t('rooms.room.opening')
      : seen.line === 'again'
        ? t('rooms.room.again')
        : meIn(seen)?.at === 'room' && !seen.media
          ? t('rooms.room.connecting')
          : null
  const why = seen.trouble ? `rooms.trouble.${seen.trouble.why}` : null
  if (words) return <Strip tone="info" words={words} />
  if (!why) return null
  return (
    <Strip
      key={seen.trouble?.no}
      tone="warn"
      words={i18n.exists(why) ? t(why as 'rooms.trouble.unknown') : t('rooms.trouble.unknown')}
    />
  )
}

const SHOWN_MS = 6_000

function Strip({ tone, words }: { tone: 'info' | 'warn'; words: string }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (tone === 'info') return
    const timer = setTimeout(() => setOver(true), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [tone])
  return over ? null : (
    <div className={classes.strip}>
      <Notice tone={tone} live={tone === 'warn' ? 'alert' : 'status'} title={words} />
    </div>
  )
}

function Lobby({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.lobby}>
      <h2 className={classes.lobbyTitle}>{t('rooms.lobby.title')}</h2>
      <p>{t('rooms.lobby.text')}</p>
      <Button variant="default" onClick={onLeave}>
        {t('rooms.room.leave')}
      </Button>
    </div>
  )
}
