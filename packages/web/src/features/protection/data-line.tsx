import { readDataNotice } from '@ochno/contract/protection'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import classes from './data-line.module.css'

/** Under every page that shows somebody's data: who answers for them, and where to read on (R3-0f). */
export function DataLine() {
  const { t } = useTranslation()
  const notice = useLoad(readDataNotice, {})
  return (
    <footer className={classes.line}>
      <span>
        {notice.is === 'ready' ? t('protection.line', { operator: notice.value.operator.name }) : null}
      </span>{' '}
      <Link to="/data">{t('protection.more')}</Link>
    </footer>
  )
}
