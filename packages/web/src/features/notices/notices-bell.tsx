import { countMyNotices } from '@ochno/contract/notices'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import classes from './notices.module.css'

/** The way to one's notices, with how many are not read yet. */
export function NoticesBell() {
  const { t } = useTranslation()
  const load = useLoad(countMyNotices, {}, { everyMs: 60_000 })
  const unread = load.is === 'ready' ? load.value.unread : 0
  return (
    <Link to="/notices" className={classes.bell} aria-label={t('notices.bell', { count: unread })}>
      <IconBell size={22} aria-hidden />
      {unread ? <span className={classes.count}>{unread > 99 ? '99+' : unread}</span> : null}
    </Link>
  )
}
