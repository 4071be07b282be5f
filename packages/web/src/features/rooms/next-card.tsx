import { listMyRooms } from '@ochno/contract/rooms'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Card } from '../../ui/page.tsx'
import { MyRow } from './rooms-page.tsx'
import classes from './rooms.module.css'

const SHOWN = 3

/** On the home page: the lessons that come, or nothing. */
export function NextCard() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listMyRooms, {}, { everyMs: 60_000 })
  if (load.is !== 'ready' || me.is !== 'ready') return null
  const next = load.value.rows.filter(({ state }) => state === 'open' || state === 'planned')
  if (next.length === 0) return null
  return (
    <Card title={t('rooms.card.title')} actions={<Link to="/rooms">{t('rooms.card.all')}</Link>}>
      <ul className={classes.list}>
        {next.slice(0, SHOWN).map((row) => (
          <MyRow key={row.link} row={row} zone={me.value.institution.zone} />
        ))}
      </ul>
    </Card>
  )
}
