import type { Value } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'

export type AnyValue = Value | string[]

/** A value as people say it: its unit, a duty, the name of a choice. */
export function useValueWords() {
  const { t, i18n } = useTranslation()
  const one = (word: string): string => {
    for (const key of [`acts.values.${word}`, `acts.choices.${word}`])
      if (/^\w+$/.test(word) && i18n.exists(key)) return t(key as 'acts.values.yes')
    return word
  }
  return (key: PolicyKey, value: AnyValue): string => {
    if (typeof value === 'boolean') return value ? t('acts.values.yes') : t('acts.values.no')
    if (typeof value === 'string') return one(value)
    if (typeof value !== 'number') return value.length ? value.map(one).join('; ') : t('acts.values.empty')
    const { unit } = parameters[key]
    const number = value.toLocaleString(i18n.language)
    return unit ? t(`acts.units.${unit}`, { value: number }) : number
  }
}

export function useParameterName() {
  const { i18n } = useTranslation()
  return (key: PolicyKey): string => parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en']
}
