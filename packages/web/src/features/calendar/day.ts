import { useTranslation } from 'react-i18next'

/** A calendar day has no zone: it is written as it was given. */
export function useDay() {
  const { i18n } = useTranslation()
  return (day: string, style: Intl.DateTimeFormatOptions = LONG): string =>
    formatOf(i18n.language, style).format(new Date(`${day}T00:00:00Z`))
}

/** A year has hundreds of days to name: a format is made once. */
const made = new Map<string, Intl.DateTimeFormat>()
function formatOf(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(style)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...style })
  made.set(key, format)
  return format
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
export const weekdayToo: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' }
export const short: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
