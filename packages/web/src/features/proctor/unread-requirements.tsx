import { Button } from '@mantine/core'
import { listRequirements } from '@ochno/contract/briefing'
import type { WallTile } from '@ochno/contract/watch'
import { IconHome } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './requirements.module.css'
import { RequirementsList } from './requirements-list.tsx'

/** In the place of the wall, until the requirements of somebody's exam are known. */
export function RequirementsFirst() {
  const { t } = useTranslation()
  return (
    <div className={classes.gate}>
      <Page
        title={t('briefing.proctor.gateTitle')}
        lead={t('briefing.proctor.gateLead')}
        width="narrow"
        actions={
          <Button component={Link} to="/" variant="default" leftSection={<IconHome size={18} aria-hidden />}>
            {t('briefing.proctor.home')}
          </Button>
        }
      >
        <Unread />
      </Page>
    </div>
  )
}

/** Others are watched already: nothing of theirs is taken away meanwhile. */
export function UnreadBar({ tiles }: { tiles: readonly WallTile[] }) {
  const { t } = useTranslation()
  const [reading, setReading] = useState(false)
  const unread = tiles.filter((tile) => tile.unread).length
  if (unread === 0) return null
  return (
    <div className={classes.bar}>
      <Notice
        tone="warn"
        live="status"
        title={t('briefing.proctor.bar', { count: unread })}
        action={
          <Button size="compact-md" variant="default" onClick={() => setReading(true)}>
            {t('briefing.proctor.open')}
          </Button>
        }
      />
      {reading ? (
        <Sheet title={t('briefing.proctor.title')} size="lg" onClose={() => setReading(false)}>
          <Unread />
        </Sheet>
      ) : null}
    </div>
  )
}

function Unread() {
  const load = useLoad(listRequirements, {})
  return (
    <LoadView load={load} rows={6}>
      {({ rows }) => <RequirementsList rows={rows.filter(({ readAt }) => readAt === null)} />}
    </LoadView>
  )
}
