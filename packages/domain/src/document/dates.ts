// Days and times as a Russian document writes them, on the clock of the institution.
import { type Instant, Temporal } from '../time.ts'

export type Day = Temporal.PlainDate
export const day = (iso: string): Day => Temporal.PlainDate.from(iso)

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

const two = (n: number): string => String(n).padStart(2, '0')

export const monthWord = (value: Day): string => months[value.month - 1] ?? ''

/** 5 мая 2026 г. */
export const dayWords = (value: Day): string => `${value.day} ${monthWord(value)} ${value.year} г.`

/** 05.05.2026 */
export const dayFigures = (value: Day): string => `${two(value.day)}.${two(value.month)}.${value.year}`

export const dayAt = (at: Instant, zone: string): Day => at.toZonedDateTimeISO(zone).toPlainDate()

/** 10:05:07 */
export function clock(at: Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone)
  return `${two(local.hour)}:${two(local.minute)}:${two(local.second)}`
}

/** 05.05.2026 10:05:07 */
export const moment = (at: Instant, zone: string): string =>
  `${dayFigures(dayAt(at, zone))} ${clock(at, zone)}`

/** 10:05 */
export const hour = (at: Instant, zone: string): string => clock(at, zone).slice(0, 5)

/** UTC+03:00, as it was on that day. */
export const zoneWords = (at: Instant, zone: string): string => `UTC${at.toZonedDateTimeISO(zone).offset}`

export const wholeMinutes = (from: Instant, to: Instant): number =>
  Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000)
