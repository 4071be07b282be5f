import { ActionIcon, TextInput } from '@mantine/core'
import type { RoomSaid } from '@ochno/contract/rooms'
import { IconMessages, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import classes from './room.module.css'

export function Chat({
  said,
  you,
  onSay,
}: {
  said: readonly RoomSaid[]
  you: string
  onSay: (text: string) => void
}) {
  const { t, i18n } = useTranslation()
  const [text, setText] = useState('')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (said.length) list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [said.length])
  const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' })
  return (
    <>
      {said.length === 0 ? (
        <div className={classes.grows}>
          <Empty icon={IconMessages} title={t('rooms.chat.empty')}>
            {t('rooms.chat.emptyText')}
          </Empty>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <ol ref={list} className={classes.said} role="log" tabIndex={0} aria-label={t('rooms.room.chat')}>
          {said.map((one) => (
            <li key={one.no}>
              <p className={classes.saidBy}>
                <b>{one.by === you ? t('rooms.chat.you') : one.name}</b>
                <time dateTime={one.at}>{time.format(new Date(one.at))}</time>
              </p>
              <p className={classes.saidText}>{one.text}</p>
            </li>
          ))}
        </ol>
      )}
      <form
        className={classes.write}
        onSubmit={(event) => {
          event.preventDefault()
          if (!text.trim()) return
          onSay(text.trim())
          setText('')
        }}
      >
        <TextInput
          className={classes.grows}
          aria-label={t('rooms.chat.write')}
          placeholder={t('rooms.chat.write')}
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon type="submit" size="lg" aria-label={t('rooms.chat.send')} disabled={!text.trim()}>
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </form>
    </>
  )
}
