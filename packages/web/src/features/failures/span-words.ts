import { moment } from '../../ui/moment.ts'

const dayOf = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(iso))

/** Both ends in words; the day is said once. */
export const spanWords = (from: string, to: string, zone: string, language: string) => ({
  from: moment(from, zone, language),
  to:
    dayOf(from, zone) === dayOf(to, zone)
      ? new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
          new Date(to),
        )
      : moment(to, zone, language),
})
