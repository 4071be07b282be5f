import { useTranslation } from 'react-i18next'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './wall.module.css'
import { wallKeys } from './wall-keys.ts'

export function WallHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Sheet opened={opened} title={t('proctor.keys.title')} onClose={onClose} size="lg">
      <dl className={classes.keys}>
        {wallKeys.map(({ shown, act }) => (
          <div key={act}>
            <dt>
              <kbd className={classes.key}>{shown}</kbd>
            </dt>
            <dd>{t(`wall.key.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
