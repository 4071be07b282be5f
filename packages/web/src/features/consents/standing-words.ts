import type { StandingView } from '@ochno/contract/consent-parts'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../ui/tone.ts'

/** Nothing of it is ever red: a no is an answer. */
export const standingTone = (standing: StandingView): Tone => {
  if (standing.is === 'given') return standing.originalLate ? 'info' : 'ok'
  if (standing.is === 'other_way') return 'info'
  return standing.overdue ? 'warn' : 'idle'
}

export function useStandingWord() {
  const { t } = useTranslation()
  return (standing: StandingView): string => {
    switch (standing.is) {
      case 'given':
        return t(standing.originalLate ? 'consents.words.givenLate' : 'consents.words.given')
      case 'other_way':
        return t(`consents.words.${standing.why}`)
      case 'awaited': {
        const what = t(`consents.words.${standing.what}`)
        return standing.overdue ? t('consents.words.overdue', { what }) : what
      }
    }
  }
}
