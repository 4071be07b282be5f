import { ActionIcon, Tooltip } from '@mantine/core'
import { readConduct } from '@ochno/contract/conduct'
import type { WallTile } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { IconMessage, IconMessageExclamation, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'

/** Something the examinee wrote is seen from the wall. */
export function TalkButton({
  tile,
  talking,
  onTalk,
}: {
  tile: WallTile
  talking: boolean
  onTalk: () => void
}) {
  const { t } = useTranslation()
  const [read, setRead] = useState(0)
  const load = useLoad(
    readConduct,
    { params: { sid: tile.session as SessionId }, query: { after: 0 } },
    { everyMs: 2_000 },
  )
  const said = load.is === 'ready' ? load.value.rows.filter((row) => row.party === 'examinee') : []
  const latest = said.filter(({ entry }) => entry.kind === 'chat').at(-1)?.seq ?? 0
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
