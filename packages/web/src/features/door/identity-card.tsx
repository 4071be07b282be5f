import { Button } from '@mantine/core'
import { listDoorToday } from '@ochno/contract/door'
import { IconDoor } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'

/** On the home page of whoever manages exams. */
export function IdentityCard() {
  const { t } = useTranslation()
  const today = useLoad(listDoorToday, {}, { everyMs: 60_000 })
  return (
    <Card
      title={t('door.staff.home')}
      actions={
        <Button
          component={Link}
          to="/identity"
          variant="default"
          leftSection={<IconDoor size={18} aria-hidden />}
        >
          {t('door.staff.open')}
        </Button>
      }
    >
      <LoadView load={today} rows={1}>
        {({ rows }) => {
          const held = rows.filter((row) => row.held !== null).length
          return <p>{held ? t('door.staff.homeCount', { count: held }) : t('door.staff.homeNone')}</p>
        }}
      </LoadView>
    </Card>
  )
}
