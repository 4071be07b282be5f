// Every timer of the regulations with its exact comparison. The numbers are policy and come as arguments.
import { Temporal, type Instant } from '../time.ts'
import type { PlainDate } from './working-days.ts'

const DAY_FIRST = Temporal.PlainDate.compare

/** "At least `days` calendar days before `base`": day `base - days` is still in time (R3-1.5c, R4-3.11c). */
export const isInTimeBefore = (submitted: PlainDate, base: PlainDate, days: number): boolean =>
  DAY_FIRST(submitted, base.subtract({ days })) <= 0

/** The last day something may be handed in `days` calendar days before `base`. */
export const lastDayBefore = (base: PlainDate, days: number): PlainDate => base.subtract({ days })

/** An outage of exactly the limit counts: «15 минут и более» (R4-5.12a). */
export const outageUnlocksPostponing = (from: Instant, until: Instant, limitMinutes: number): boolean =>
  elapsedMs(from, until) >= limitMinutes * 60_000

/** «более 5 минут»: exactly the limit is allowed, a millisecond more is a violation (R1-6.7b, R1-A1.24, TR-08). */
export const absenceIsOverLimit = (from: Instant, until: Instant, limitMinutes: number): boolean =>
  elapsedMs(from, until) > limitMinutes * 60_000

/** «превышающее 30 секунд и более» is read as `>=` (TR-19, R4-A4.14b). */
export const gazeAwayCounts = (from: Instant, until: Instant, limitSeconds: number): boolean =>
  elapsedMs(from, until) >= limitSeconds * 1000

/** Months are calendar months; the day is clamped to the month's last (31 January + 1 month = 28/29 February) (R1-9.3). */
export const destroyAfter = (recorded: PlainDate, months: number): PlainDate =>
  recorded.add({ months }, { overflow: 'constrain' })

/** The last day of «в течение N недель/дней с начала»: the first day is day one (R2-16c). */
export const withinDaysFrom = (start: PlainDate, days: number, date: PlainDate): boolean =>
  DAY_FIRST(date, start.add({ days: days - 1 })) <= 0

const elapsedMs = (from: Instant, until: Instant): number => until.epochMilliseconds - from.epochMilliseconds

/** «не менее 20 %»: exactly the share is enough (R1-6.5c, R3-6.7.3, R4-8.6.3). */
export const faceIsTooSmall = (shareOfFrame: number, least: number): boolean => shareOfFrame < least

/** «неоднократно»: one long look away is not repeated (R4-A4.14b). */
export const gazeAwayIsRepeated = (
  looks: readonly { readonly from: Instant; readonly until: Instant }[],
  limitSeconds: number,
): boolean => looks.filter(({ from, until }) => gazeAwayCounts(from, until, limitSeconds)).length > 1
