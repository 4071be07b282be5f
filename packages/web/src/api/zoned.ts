import { Temporal } from '@ochno/domain/time'

/** What an `<input type="datetime-local">` holds, read as wall time of the institution. */
export const fromZoned = (local: string, zone: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString()

export const toZoned = (iso: string, zone: string): string =>
  Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
