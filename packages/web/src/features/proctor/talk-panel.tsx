import { Button, SegmentedControl } from '@mantine/core'
import { readConduct, readMarks } from '@ochno/contract/conduct'
import type { WallTile } from '@ochno/contract/watch'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { MarkForm } from './mark-form.tsx'
import { StopForm } from './stop-form.tsx'
import { TalkForm } from './talk-form.tsx'
import { TalkLog } from './talk-log.tsx'
import classes from './talk.module.css'

const deeds = ['chat', 'warning', 'instruction', 'mark', 'stop'] as const
type Deed = (typeof deeds)[number]

/** R0-1.4i, R1-5.2b: what a proctor says and does to one person, beside the picture and on the record. */
export function TalkPanel({
  tile,
  others,
  onClose,
}: {
  tile: WallTile
  /** Whom else a message may go to. */
  others: readonly string[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [deed, setDeed] = useState<Deed>('chat')
  const { session } = tile
  const load = useLoad(readConduct, { params: { sid: session }, query: { after: 0 } }, { everyMs: 1_500 })
  const listed = useLoad(readMarks, { params: { sid: session } })
  const marks = listed.is === 'ready' ? listed.value.marks : []
  return (
    <aside className={classes.panel} aria-label={t('proctor.talk.with', { name: tile.examinee.name })}>
      <header className={classes.head}>
        <h2 className={classes.name}>{tile.examinee.name}</h2>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={onClose}
        >
          {t('common.close')}
        </Button>
      </header>
      <LoadView load={load} rows={4}>
        {({ rows, now }) => (
          <>
            <TalkLog rows={rows} marks={marks} />
            <SegmentedControl
              className={classes.deeds}
              aria-label={t('proctor.talk.deed')}
              orientation="vertical"
              fullWidth
              size="sm"
              value={deed}
              onChange={(value) => setDeed(value as Deed)}
              data={deeds.map((value) => ({ value, label: t(`proctor.talk.deeds.${value}`) }))}
            />
            {deed === 'mark' ? (
              <MarkForm session={session} marks={marks} began={tile.authorizedAt} now={now} />
            ) : deed === 'stop' ? (
              <StopForm session={session} name={tile.examinee.name} />
            ) : (
              <TalkForm key={deed} session={session} kind={deed} others={deed === 'chat' ? others : []} />
            )}
          </>
        )}
      </LoadView>
    </aside>
  )
}
