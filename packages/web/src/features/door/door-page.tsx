import { Button } from '@mantine/core'
import { type DoorRow, readDoorQueue } from '@ochno/contract/door'
import { IconDoor, IconLayoutGrid } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { useNowMs } from '../../ui/server-now.ts'
import classes from './door.module.css'
import { DoorCasePanel } from './door-case.tsx'
import { DoorQueue } from './door-queue.tsx'

const EVERY_MS = 3_000

/** /door: who waits, and the one person the proctor is looking at. */
export function DoorPage() {
  const { t } = useTranslation()
  const queue = useLoad(readDoorQueue, {}, { everyMs: EVERY_MS })
  return (
    <Page
      title={t('door.proctor.title')}
      lead={t('door.proctor.lead')}
      actions={
        <Button
          component={Link}
          to="/wall"
          variant="default"
          leftSection={<IconLayoutGrid size={18} aria-hidden />}
        >
          {t('door.proctor.wall')}
        </Button>
      }
    >
      <LoadView load={queue} rows={4}>
        {({ rows, now }) => <AtDoor rows={rows} now={now} />}
      </LoadView>
    </Page>
  )
}

function AtDoor({ rows, now }: { rows: readonly DoorRow[]; now: string }) {
  const { t } = useTranslation()
  const nowMs = useNowMs(now)
  const [chosen, setChosen] = useState<DoorRow['session'] | null>(null)
  const shown = rows.find((row) => row.session === chosen) ?? null
  if (rows.length === 0)
    return (
      <Card>
        <Empty icon={IconDoor} title={t('door.proctor.empty')}>
          {t('door.proctor.emptyText')}
        </Empty>
      </Card>
    )
  return (
    <div className={classes.door}>
      <DoorQueue rows={rows} nowMs={nowMs} chosen={shown?.session ?? null} onChoose={setChosen} />
      {shown ? (
        <DoorCasePanel key={shown.session} row={shown} nowMs={nowMs} />
      ) : (
        <Card>
          <Empty icon={IconDoor} title={t('door.proctor.choose')} />
        </Card>
      )}
    </div>
  )
}
