import { ActionIcon, Tooltip } from '@mantine/core'
import type { WallTile } from '@ochno/contract/watch'
import { IconMessage, IconMessageExclamation, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Something the examinee wrote is seen from the wall. */
export function TalkButton({
  tile,
  latest,
  talking,
  onTalk,
}: {
  tile: WallTile
  /** The number of the last thing somebody should look at. */
  latest: number
  talking: boolean
  onTalk: () => void
}) {
  const { t } = useTranslation()
  const [read, setRead] = useState(0)
  const fresh = latest > read && !talking
  // What stands on the open panel has been seen when it is closed.
  useEffect(() => {
    if (talking) setRead(latest)
  }, [talking, latest])
  return (
    <Act
      icon={fresh ? IconMessageExclamation : IconMessage}
      name={t(fresh ? 'proctor.talk.openNew' : 'proctor.talk.open', { name: tile.examinee.name })}
      {...(fresh ? { on: true } : {})}
      onClick={onTalk}
    />
  )
}

export function Act({
  icon: Icon,
  name,
  on,
  disabled = false,
  onClick,
}: {
  icon: TablerIcon
  name: string
  on?: boolean
  disabled?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={name} openDelay={400} withinPortal={false}>
      <ActionIcon
        variant={on ? 'white' : 'subtle'}
        color={on ? 'accent' : 'gray'}
        size="lg"
        aria-label={name}
        disabled={disabled}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        onClick={onClick}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
