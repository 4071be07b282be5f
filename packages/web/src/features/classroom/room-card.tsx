import { Button } from '@mantine/core'
import { readRoom } from '@ochno/contract/classroom'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'

/** Only where there is a classroom exam today; everybody else has nothing to read here. */
export function RoomCard() {
  const { t } = useTranslation()
  const room = useLoad(readRoom, {}, { everyMs: 60_000 })
  if (room.is !== 'ready' || room.value.exams.length === 0) return null
  return (
    <Card
      title={t('classroom.title')}
      actions={
        <Button component={Link} to={'/room' as '/'}>
          {t('classroom.open')}
        </Button>
      }
    >
      <ul>
        {room.value.exams.map(({ id, title, place, seats }) => (
          <li key={id}>
            {title}
            {place ? `, ${place}` : ''}: {t('classroom.people', { count: seats.length })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
