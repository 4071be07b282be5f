import { ActionIcon, Button, Menu, Switch } from '@mantine/core'
import type { RoomPerson } from '@ochno/contract/rooms'
import {
  IconDotsVertical,
  IconHandStop,
  IconMicrophone,
  IconMicrophoneOff,
  IconScreenShare,
  IconVideo,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import type { Room, RoomSeen } from './room.ts'
import classes from './room.module.css'

type Props = { readonly room: Room; readonly seen: RoomSeen; readonly me: RoomPerson }

/** Who is here; for whoever leads also who asks to come in, whose hand is up, and what can be done about it. */
export function People({ room, seen, me }: Props) {
  const { t } = useTranslation()
  const people = seen.now?.people ?? []
  const waiting = people.filter(({ at }) => at === 'lobby')
  const inside = people.filter(({ at }) => at === 'room')
  const hands = inside
    .filter(({ hand }) => hand !== null)
    .toSorted((a, b) => (a.hand as number) - (b.hand as number))
  const [asking, setAsking] = useState<RoomPerson | 'end' | null>(null)
  const remove = asking !== null && asking !== 'end' ? asking : null
  return (
    <div className={classes.people}>
      {me.moderator && waiting.length ? (
        <section>
          <h3 className={classes.part}>{t('rooms.lead.waiting')}</h3>
          <ul className={classes.names}>
            {waiting.map((one) => (
              <li key={one.id}>
                <span className={classes.grows}>{one.name}</span>
                <Button
                  size="xs"
                  aria-label={t('rooms.lead.admitThis', { name: one.name })}
                  onClick={() => room.command({ do: 'admit', who: one.id })}
                >
                  {t('rooms.lead.admit')}
                </Button>
              </li>
            ))}
          </ul>
          {waiting.length > 1 ? (
            <Button size="xs" variant="default" onClick={() => room.command({ do: 'admit_all' })}>
              {t('rooms.lead.admitAll')}
            </Button>
          ) : null}
        </section>
      ) : null}
      {hands.length ? (
        <section>
          <h3 className={classes.part}>{t('rooms.lead.hands')}</h3>
          <ol className={classes.names}>
            {hands.map((one) => (
              <li key={one.id}>
                <IconHandStop size={18} aria-hidden className={classes.hand} />
                <span className={classes.grows}>{one.name}</span>
                {me.moderator ? (
                  <Button
                    size="xs"
                    aria-label={t('rooms.lead.wordTo', { name: one.name })}
                    onClick={() => room.command({ do: 'give_word', who: one.id })}
                  >
                    {t('rooms.lead.word')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section>
        <h3 className={classes.part}>
          {t('rooms.lead.inside')} · {inside.length}
        </h3>
        <ul className={classes.names}>
          {inside.map((one) => (
            <li key={one.id}>
              <span className={classes.grows}>
                {one.id === me.id ? t('rooms.room.you', { name: one.name }) : one.name}
                {one.moderator ? <small> · {t('rooms.room.leads')}</small> : null}
              </span>
              {one.screen ? <IconScreenShare size={18} aria-hidden /> : null}
              {one.camera ? <IconVideo size={18} aria-hidden /> : null}
              {one.microphone ? (
                <IconMicrophone size={18} aria-hidden />
              ) : (
                <IconMicrophoneOff size={18} role="img" aria-label={t('rooms.room.micIsOff')} />
              )}
              {me.moderator && one.id !== me.id ? (
                <Actions one={one} room={room} onRemove={() => setAsking(one)} />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {me.moderator ? <Whole room={room} seen={seen} onEnd={() => setAsking('end')} /> : null}
      <Dialog
        opened={remove !== null}
        title={t('rooms.lead.removeTitle')}
        confirm={t('rooms.lead.remove')}
        danger
        onClose={() => setAsking(null)}
        onConfirm={() => {
          if (remove) room.command({ do: 'remove', who: remove.id })
          setAsking(null)
        }}
      >
        {t('rooms.lead.removeText', { name: remove?.name ?? '' })}
      </Dialog>
      <Dialog
        opened={asking === 'end'}
        title={t('rooms.lead.endTitle')}
        confirm={t('rooms.lead.end')}
        danger
        onClose={() => setAsking(null)}
        onConfirm={() => {
          room.end()
          setAsking(null)
        }}
      >
        {t('rooms.lead.endText')}
      </Dialog>
    </div>
  )
}

function Actions({ one, room, onRemove }: { one: RoomPerson; room: Room; onRemove: () => void }) {
  const { t } = useTranslation()
  const who = one.id
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('rooms.lead.actions', { name: one.name })}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {one.microphone ? (
          <Menu.Item onClick={() => room.command({ do: 'mute', who })}>{t('rooms.lead.mute')}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => room.command({ do: 'give_word', who })}>{t('rooms.lead.word')}</Menu.Item>
        )}
        {one.camera ? (
          <Menu.Item onClick={() => room.command({ do: 'stop_camera', who })}>
            {t('rooms.lead.stopCamera')}
          </Menu.Item>
        ) : null}
        {one.screen ? (
          <Menu.Item onClick={() => room.command({ do: 'stop_screen', who })}>
            {t('rooms.lead.stopScreen')}
          </Menu.Item>
        ) : null}
        {one.hand === null ? null : (
          <Menu.Item onClick={() => room.command({ do: 'lower_hand', who })}>
            {t('rooms.lead.lower')}
          </Menu.Item>
        )}
        <Menu.Item color="danger.7" onClick={onRemove}>
          {t('rooms.lead.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Whole({ room, seen, onEnd }: { room: Room; seen: RoomSeen; onEnd: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={classes.whole}>
      <Switch
        label={t('rooms.lead.lock')}
        description={t('rooms.lead.lockHint')}
        checked={seen.now?.locked ?? false}
        onChange={(event) => room.command({ do: 'lock', on: event.currentTarget.checked })}
      />
      <Switch
        label={t('rooms.lead.floor')}
        description={t('rooms.lead.floorHint')}
        checked={seen.now?.floor === 'leave'}
        onChange={(event) => room.command({ do: 'floor', open: !event.currentTarget.checked })}
      />
      <Button variant="default" onClick={() => room.command({ do: 'mute_all' })}>
        {t('rooms.lead.muteAll')}
      </Button>
      <Button variant="default" onClick={onEnd}>
        {t('rooms.lead.end')}
      </Button>
    </section>
  )
}
