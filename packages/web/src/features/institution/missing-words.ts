import type { SetupStep } from '@ochno/domain/institution/setup'
import { useTranslation } from 'react-i18next'

const codes = [
  'kind',
  'dative',
  'short',
  'address',
  'city',
  'not_confirmed',
  'nothing_entered',
  'no_act',
  'not_in_force',
  'undecided',
] as const

/** What a step still lacks, in one line. */
export function useMissingWords() {
  const { t } = useTranslation()
  return (step: SetupStep, missing: readonly string[]): string => {
    const words = codes
      .filter((code) => missing.includes(code))
      .map((code) => t(`institution.missing.${code}`))
    return step === 'details'
      ? t('institution.missing.fields', { fields: words.join(', ') })
      : words.join(' ')
  }
}
