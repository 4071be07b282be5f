import type { ActView } from '@ochno/contract/acts'
import type { CardGap } from '@ochno/domain/regulation/card-gaps'
import { useTranslation } from 'react-i18next'
import classes from './acts.module.css'

export function GapList({ card, gaps }: { card: ActView['card']; gaps: readonly CardGap[] }) {
  const { t } = useTranslation()
  return (
    <ul className={classes.gaps}>
      {gaps.map(({ why, step }) => (
        <li key={`${why} ${step ?? ''}`}>
          {step === null
            ? t(`actEditing.gaps.${why}`)
            : t('actEditing.gaps.atStep', {
                step: card.steps[step]?.body || t('actEditing.card.step', { at: step + 1 }),
                gap: t(`actEditing.gaps.${why}`),
              })}
        </li>
      ))}
    </ul>
  )
}
