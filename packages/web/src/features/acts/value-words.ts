import type { Unit, Value } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import type { i18n as I18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { asShown } from './shown-number.ts'

export type AnyValue = Value | string[]

const DAY_OF_YEAR = /^(\d{2})-(\d{2})$/

/** A value as people say it: a number with its unit, a duty, the name of a choice, a day of the year. */
export function valueWords({ t, exists, language }: Pick<I18n, 't' | 'exists' | 'language'>) {
  const one = (key: PolicyKey, word: string): string => {
    const day = parameters[key].kind === 'date' ? DAY_OF_YEAR.exec(word) : null
    if (day)
      return new Date(Date.UTC(2024, Number(day[1]) - 1, Number(day[2]))).toLocaleDateString(language, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      })
    if (!/^\w+$/.test(word)) return word
    const own = `${key.replaceAll('.', '_')}_${word}`
    const result = key === 'decision.values' ? [`decisions.values.${word}`] : []
    const known = [...result, `acts.choicesOf.${own}`, `acts.values.${word}`, `acts.choices.${word}`].find(
      (at) => exists(at),
    )
    return known ? t(known as 'acts.values.yes') : word
  }
  return (key: PolicyKey, value: AnyValue): string => {
    if (typeof value === 'boolean') return value ? t('acts.values.yes') : t('acts.values.no')
    if (typeof value === 'string') return one(key, value)
    if (typeof value !== 'number')
      return value.length ? value.map((word) => one(key, word)).join('; ') : t('acts.values.empty')
    const { unit } = parameters[key]
    const count = asShown(unit, value)
    const number = count.toLocaleString(language)
    return unit ? t(`acts.units.${unit}`, { count, value: number }) : number
  }
}

export function useValueWords() {
  const { i18n } = useTranslation()
  return valueWords(i18n)
}

/** The unit alone, in the form the number takes; empty for what is merely counted. */
export function useUnitWord() {
  const { t } = useTranslation()
  return (unit: Unit, value: number): string =>
    t(`acts.units.${unit}`, { count: asShown(unit, value), value: '' }).trim()
}

export function useParameterName() {
  const { i18n } = useTranslation()
  return (key: PolicyKey): string => parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en']
}
