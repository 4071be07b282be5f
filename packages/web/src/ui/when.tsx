import { useTranslation } from 'react-i18next'

const dateTime = (iso: string, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso))

const offset = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' })
    .format(new Date(iso))
    .split(' ')
    .at(-1) ?? ''

const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** An instant in the institution's zone and, where the clock on the wall differs, in the viewer's too. */
export function When({ at, zone, here = viewerZone() }: { at: string; zone: string; here?: string }) {
  const { t, i18n } = useTranslation()
  const there = dateTime(at, zone, i18n.language)
  const differs = offset(at, zone) !== offset(at, here)
  return (
    <time dateTime={at}>
      {there}
      {differs ? ` (${t('common.yourTime', { time: dateTime(at, here, i18n.language) })})` : ''}
    </time>
  )
}
