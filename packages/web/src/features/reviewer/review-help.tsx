import { useTranslation } from 'react-i18next'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './review.module.css'
import { reviewKeys } from './review-keys.ts'

export function ReviewHelp({
  opened,
  more = [],
  onClose,
}: {
  opened: boolean
  /** Keys of the page around the player. */
  more?: readonly (readonly [string, string])[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Sheet opened={opened} title={t('reviewer.keys.title')} onClose={onClose}>
      <dl className={classes.keys}>
        {more.map(([shown, what]) => (
          <div key={what}>
            <dt>
              <kbd className={classes.key}>{shown}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
        {reviewKeys.map(([shown, what]) => (
          <div key={what}>
            <dt>
              <kbd className={classes.key}>{shown}</kbd>
            </dt>
            <dd>{t(`reviewer.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
