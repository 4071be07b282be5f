import type { ReviewDesk } from '@ochno/contract/review'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../ui/notice.tsx'
import classes from './desk.module.css'

/** Told when it is over and not before: this was a control, what was known of it, what was found. */
export function ControlNote({ control }: { readonly control: NonNullable<ReviewDesk['control']> }) {
  const { t } = useTranslation()
  const of = (known: boolean, found: boolean) =>
    control.codes.filter((one) => one.known === known && one.found === found).map(({ wording }) => wording)
  const [hits, misses, extra] = [of(true, true), of(true, false), of(false, true)]
  return (
    <Notice tone="info" title={t('review.told.title')} live="status">
      <p className={classes.said}>{t('review.told.text')}</p>
      {hits.length > 0 ? (
        <p className={classes.said}>{t('review.told.hits', { list: hits.join('; ') })}</p>
      ) : null}
      {misses.length > 0 ? (
        <p className={classes.said}>{t('review.told.misses', { list: misses.join('; ') })}</p>
      ) : null}
      {extra.length > 0 ? (
        <p className={classes.said}>{t('review.told.extra', { list: extra.join('; ') })}</p>
      ) : null}
      {control.codes.length === 0 ? <p className={classes.said}>{t('review.told.nothing')}</p> : null}
    </Notice>
  )
}
