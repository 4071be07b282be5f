import { Button } from '@mantine/core'
import { readMyPapers } from '@ochno/contract/appointments'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Card } from '../../ui/page.tsx'
import { useDay } from './day.ts'

/** Shown while a proctor has something to say himself, or may not watch at all. */
export function MyPapersCard() {
  const { t } = useTranslation()
  const day = useDay()
  const me = useMe()
  // A suspended proctor who is nothing else has no role left.
  const asks = me.is === 'ready' && (me.value.roles.length === 0 || may(me.value, 'live.watch'))
  const found = useLoad(readMyPapers, {}, { enabled: asks })
  if (!asks || found.is !== 'ready') return null
  const { standing, words } = found.value
  const waits = words.filter(({ said }) => said === null).length
  if (!standing && waits === 0) return null
  return (
    <Card
      title={t('institution.own.title')}
      actions={
        <Button component={Link} to="/my-papers" variant="default">
          {t('institution.own.open')}
        </Button>
      }
    >
      <p>
        {standing
          ? t(`institution.own.barred.${standing.deed === 'dismiss' ? 'dismiss' : 'suspend'}`, {
              day: day(standing.from),
            })
          : t('institution.own.waiting', { count: waits })}
      </p>
    </Card>
  )
}
