import { useTranslation } from 'react-i18next'
import { moment } from './moment.ts'

const offset = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' })
    .format(new Date(iso))
    .split(' ')
    .at(-1) ?? ''

const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant in the institution's zone and, where the clock on the wall differs, in the viewer's too. */
export function When({ at, zone, here = viewerZone() }: { at: string; zone: string; here?: string }) {
  const { t, i18n } = useTranslation()
  const there = moment(at, zone, i18n.language)
  const differs = offset(at, zone) !== offset(at, here)
  return (
    <time dateTime={at}>
      {there}
      {differs ? ` (${t('common.yourTime', { time: moment(at, here, i18n.language) })})` : ''}
    </time>
  )
}
