import { useTranslation } from 'react-i18next'

/** A calendar day has no zone: it is written as it was given. */
export function useDay() {
  const { i18n } = useTranslation()
  return (day: string, style: Intl.DateTimeFormatOptions = LONG): string =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(i18n.language, { timeZone: 'UTC', ...style })
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
export const weekdayToo: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
export const short: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
