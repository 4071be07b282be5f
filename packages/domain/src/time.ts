// The one door to Temporal: TypeScript promises a global that some runtimes still lack.
import { Temporal } from 'temporal-polyfill'

export { Temporal }
export type Instant = Temporal.Instant
export type Duration = Temporal.Duration

export const instant = (iso: string): Instant => Temporal.Instant.from(iso)
export const fromMs = (ms: number): Instant => Temporal.Instant.fromEpochMilliseconds(ms)
export const minutes = (n: number): Duration => Temporal.Duration.from({ minutes: n })
export const seconds = (n: number): Duration => Temporal.Duration.from({ seconds: n })
export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0
export const isAfter = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) > 0
/** A name of the IANA list: an offset would be wrong after the next change of the law. */
export function isZone(zone: string): boolean {
  if (zone !== 'UTC' && !/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false
  try {
    fromMs(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
export const later = (a: Instant, b: Instant): Instant => (isAfter(a, b) ? a : b)
