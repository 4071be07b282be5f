import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'

/** A calendar day has no zone: it is written as it was given. */
export function useDay() {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`))
}

/** The day a moment belongs to where the institution is. */
export function useDayOf() {
  const { i18n } = useTranslation()
  const me = useMe()
  const format = new Intl.DateTimeFormat(i18n.language, {
    timeZone: me.is === 'ready' ? me.value.institution.zone : 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  return (moment: string): string => format.format(new Date(moment))
}
