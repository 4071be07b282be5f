import { listMaintenance } from '@ochno/contract/maintenance'
import { IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { When } from '../../ui/when.tsx'
import classes from './maintenance.module.css'

const EVERY_MS = 5 * 60_000

/** 002 13: on every page from the announcement until the end of the works; nothing is shut meanwhile. */
export function MaintenanceLine({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const load = useLoad(listMaintenance, {}, { everyMs: EVERY_MS })
  const next = load.is === 'ready' ? load.value.rows[0] : undefined
  if (load.is !== 'ready' || !next) return null
  const under = Date.parse(next.from) <= Date.parse(load.value.now)
  return (
    <aside className={classes.line} aria-label={t('maintenance.label')}>
      <IconTool size={20} stroke={1.8} aria-hidden />
      <p>
        <strong>{t(under ? 'maintenance.now' : 'maintenance.coming')}</strong> {next.what}.{' '}
        {t('maintenance.from')} <When at={next.from} zone={zone} /> {t('maintenance.until')}{' '}
        <When at={next.until} zone={zone} />.
      </p>
    </aside>
  )
}
