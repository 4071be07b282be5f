import type { DoorView } from '@ochno/contract/door'
import { IconLifebuoy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './door-steps.module.css'

/** Who can help with what is missing, the nearest first. */
export function DoorHelpers({ helpers }: { helpers: DoorView['helpers'] }) {
  const { t } = useTranslation()
  if (helpers.length === 0) return null
  return (
    <div className={classes.help}>
      <p className={classes.helpTitle}>
        <IconLifebuoy size={18} stroke={1.8} aria-hidden />
        {t('door.help.title')}
      </p>
      <ul>
        {helpers.map((one) => (
          <li key={one}>{t(`door.help.${one}`)}</li>
        ))}
      </ul>
    </div>
  )
}
