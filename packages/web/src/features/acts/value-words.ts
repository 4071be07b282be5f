import type { Unit, Value } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'
import { asShown } from './shown-number.ts'

export type AnyValue = Value | string[]

const DAY_OF_YEAR = /^(\d{2})-(\d{2})$/

/** A value as people say it: a number with its unit, a duty, the name of a choice. */
export function useValueWords() {
  const { t, i18n } = useTranslation()
  const united = useUnited()
  const one = (key: PolicyKey, word: string): string => {
    const day = parameters[key].kind === 'date' ? DAY_OF_YEAR.exec(word) : null
    if (day)
      return new Date(Date.UTC(2024, Number(day[1]) - 1, Number(day[2]))).toLocaleDateString(i18n.language, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      })
    if (!/^\w+$/.test(word)) return word
    const own = `${key.replaceAll('.', '_')}_${word}`
    const known = [`acts.choicesOf.${own}`, `acts.values.${word}`, `acts.choices.${word}`].find((at) =>
      i18n.exists(at),
    )
    return known ? t(known as 'acts.values.yes') : word
  }
  return (key: PolicyKey, value: AnyValue): string => {
    if (typeof value === 'boolean') return value ? t('acts.values.yes') : t('acts.values.no')
    if (typeof value === 'string') return one(key, value)
    if (typeof value !== 'number')
      return value.length ? value.map((word) => one(key, word)).join('; ') : t('acts.values.empty')
    const { unit } = parameters[key]
    return unit ? united(unit, value) : value.toLocaleString(i18n.language)
  }
}

function useUnited() {
  const { t, i18n } = useTranslation()
  return (unit: Unit, value: number): string => {
    const count = asShown(unit, value)
    return t(`acts.units.${unit}`, { count, value: count.toLocaleString(i18n.language) })
  }
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
