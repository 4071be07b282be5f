import { Menu } from '@mantine/core'
import type { RoomPerson } from '@ochno/contract/rooms'
import {
  IconDots,
  IconHandStop,
  IconLifebuoy,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconUsers,
  IconVideo,
  IconVideoOff,
  IconVolume,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { canShowScreen, type Room, type RoomSeen } from './room.ts'
import classes from './room.module.css'

export type PanelName = 'chat' | 'people'

export function Controls({
  room,
  seen,
  me,
  panel,
  unread,
  onPanel,
  onHelp,
  onLeave,
}: {
  room: Room
  seen: RoomSeen
  me: RoomPerson
  panel: PanelName | null
  unread: number
  onPanel: (name: PanelName) => void
  onHelp: () => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const people = seen.now?.people ?? []
  const waiting = me.moderator ? people.filter(({ at, hand }) => at === 'lobby' || hand !== null).length : 0
  return (
    <div className={classes.controls} role="toolbar" aria-label={t('rooms.room.controls')}>
      <Control
        icon={me.microphone ? IconMicrophone : IconMicrophoneOff}
        words={t(me.microphone ? 'rooms.room.micOff' : 'rooms.room.micOn')}
        short={t('rooms.door.microphone')}
        off={!me.microphone}
        onClick={() => void room.microphone(!me.microphone)}
      />
      <Control
        icon={me.camera ? IconVideo : IconVideoOff}
        words={t(me.camera ? 'rooms.room.camOff' : 'rooms.room.camOn')}
        short={t('rooms.door.camera')}
        off={!me.camera}
        onClick={() => void room.camera(!me.camera)}
      />
      {canShowScreen() ? (
        <Control
          icon={me.screen ? IconScreenShareOff : IconScreenShare}
          words={t(me.screen ? 'rooms.room.screenOff' : 'rooms.room.screenOn')}
          short={t('rooms.room.screen')}
          on={me.screen}
          wide
          onClick={() => void room.screen(!me.screen)}
        />
      ) : null}
      <Control
        icon={IconHandStop}
        words={t(me.hand === null ? 'rooms.room.handUp' : 'rooms.room.handDown')}
        short={t('rooms.room.hand')}
        on={me.hand !== null}
        onClick={() => room.command({ do: 'hand', up: me.hand === null })}
      />
      <Control
        icon={IconMessage}
        words={t('rooms.room.chat')}
        short={t('rooms.room.chat')}
        on={panel === 'chat'}
        count={panel === 'chat' ? 0 : unread}
        onClick={() => onPanel('chat')}
      />
      <Control
        icon={IconUsers}
        words={t('rooms.room.people')}
        short={t('rooms.room.people')}
        on={panel === 'people'}
        count={waiting}
        onClick={() => onPanel('people')}
      />
      <Menu position="top" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.control} aria-label={t('rooms.room.more')}>
            <IconDots size={22} aria-hidden />
            <span aria-hidden className={classes.short}>
              {t('rooms.room.more')}
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {canShowScreen() ? (
            <Menu.Item
              className={classes.narrowOnly}
              leftSection={<IconScreenShare size={18} aria-hidden />}
              onClick={() => void room.screen(!me.screen)}
            >
              {t(me.screen ? 'rooms.room.screenOff' : 'rooms.room.screenOn')}
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconVolume size={18} aria-hidden />}
            onClick={() => room.wish({ soundOnly: !seen.soundOnly })}
          >
            {t(seen.soundOnly ? 'rooms.room.soundAndPicture' : 'rooms.room.soundOnly')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLifebuoy size={18} aria-hidden />} onClick={onHelp}>
            {t('rooms.room.help')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Control
        icon={IconPhoneOff}
        words={t('rooms.room.leave')}
        short={t('rooms.room.leave')}
        danger
        onClick={onLeave}
      />
    </div>
  )
}

function Control({
  icon: Icon,
  words,
  short,
  on = false,
  off = false,
  wide = false,
  danger = false,
  count = 0,
  onClick,
}: {
  icon: TablerIcon
  words: string
  short: string
  on?: boolean
  off?: boolean
  /** Not on a phone: there it stands behind «more». */
  wide?: boolean
  danger?: boolean
  count?: number
  onClick: () => void
}) {
  // What is read aloud begins with what is seen.
  const label = words === short ? words : `${short}. ${words}`
  return (
    <button
      type="button"
      className={classes.control}
      data-on={on || undefined}
      data-off={off || undefined}
      data-wide={wide || undefined}
      data-danger={danger || undefined}
      data-count={count || undefined}
      aria-label={count > 0 ? `${label}: ${count}` : label}
      title={words}
      onClick={onClick}
    >
      <Icon size={22} aria-hidden />
      <span aria-hidden className={classes.short}>
        {short}
      </span>
    </button>
  )
}
