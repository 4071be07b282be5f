import type { AssessmentPeriod } from '@ochno/domain/calendar/academic'
import type { Calendar } from '@ochno/domain/calendar/working-days'
import type { ChangedDay } from '@ochno/domain/calendar/year-days'
import type { AccountId, PeriodId } from '@ochno/domain/ids'
import type { AssessmentKind } from '@ochno/domain/regulation/programme'
import type { Instant } from '@ochno/domain/time'

export type DayChange = ChangedDay & { readonly by: AccountId; readonly at: Instant }

export type Period = AssessmentPeriod & { readonly id: PeriodId; readonly kind: AssessmentKind }

export type Calendars = {
  /** The working days every term of the institution is counted by (TR-14): the state's years and the institution's changes. */
  readonly effective: () => Promise<Calendar>
  /** The same without its changes. */
  readonly byState: () => Promise<Calendar>
  readonly changes: () => Promise<readonly (DayChange & { readonly byName: string })[]>
  readonly addYear: (year: number, by: AccountId, at: Instant) => Promise<void>
  readonly changeDay: (change: DayChange) => Promise<void>
  /** From the first day to the last; as the state has them again. */
  readonly resetDays: (from: string, to: string) => Promise<void>
  /** The academic calendar (TR-12), by programme, branch and day. */
  readonly periods: () => Promise<readonly Period[]>
  readonly savePeriod: (period: Period) => Promise<void>
  readonly removePeriod: (id: PeriodId) => Promise<void>
}
