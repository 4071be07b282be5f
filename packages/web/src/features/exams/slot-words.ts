import { useTranslation } from 'react-i18next'
import { moment } from '../../ui/moment.ts'

const dayOf = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(iso))

/** The start window of a slot; its end repeats the day only where it is another. */
export function useSlotWords(zone: string): (slot: { opensAt: string; closesAt: string }) => string {
  const { t, i18n } = useTranslation()
  return ({ opensAt, closesAt }) =>
    t('examCard.schedule.slot', {
      from: moment(opensAt, zone, i18n.language),
      to:
        dayOf(opensAt, zone) === dayOf(closesAt, zone)
          ? new Intl.DateTimeFormat(i18n.language, {
              timeZone: zone,
              hour: 'numeric',
              minute: '2-digit',
            }).format(new Date(closesAt))
          : moment(closesAt, zone, i18n.language),
    })
}
