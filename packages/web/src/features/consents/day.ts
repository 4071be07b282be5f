import { useTranslation } from 'react-i18next'

/** A calendar day has no zone: it is written as it was given. */
export function useDay() {
  const { i18n } = useTranslation()
  return (day: string): string =>
    new Date(`${day.slice(0, 10)}T00:00:00Z`)
      .toLocaleDateString(i18n.language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
      // It stands within sentences, which have a full stop of their own.
      .replace(/\s*г\.$/, '')
}

/** The day of an instant on the institution's clock. */
export const dayIn = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(at))
