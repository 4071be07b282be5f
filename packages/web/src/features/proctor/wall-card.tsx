import { Button } from '@mantine/core'
import { readWall } from '@ochno/contract/watch'
import { IconLayoutGrid } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { UnreadBar } from './unread-requirements.tsx'
import { Card } from '../../ui/page.tsx'

export function WallCard() {
  const { t } = useTranslation()
  const wall = useLoad(readWall, {}, { everyMs: 30_000 })
  return (
    <Card
      title={t('proctor.card.title')}
      actions={
        <>
          <Button component={Link} to="/requirements" variant="default">
            {t('briefing.proctor.title')}
          </Button>
          <Button component={Link} to="/wall" leftSection={<IconLayoutGrid size={18} aria-hidden />}>
            {t('proctor.card.open')}
          </Button>
        </>
      }
    >
      <LoadView load={wall} rows={1}>
        {({ tiles }) => (
          <>
            <UnreadBar tiles={tiles} />
            <p>{tiles.length ? t('proctor.card.now', { count: tiles.length }) : t('proctor.card.none')}</p>
          </>
        )}
      </LoadView>
    </Card>
  )
}
