import { useTranslation } from 'react-i18next'

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
