// 003 1.5: the teacher applies for proctoring; without an approved application there is none.
import { type AssessmentPeriod, periodOf } from '../calendar/academic.ts'
import { isInTimeBefore, lastDayBefore } from '../calendar/deadlines.ts'
import type { PlainDate } from '../calendar/working-days.ts'
import {
  application,
  type ApplicationCommand,
  type ApplicationRefusal,
  type ApplicationState,
} from '../lifecycle/application.ts'
import { decideMove, type Outcome, type Party } from '../lifecycle/machine.ts'
import type { Instant } from '../time.ts'

export type ApplicationRules = {
  /** Null: the act asks for no application. */
  readonly leadDays: number | null
}

/** The head of the office lets a late application through; who, when and why stay with it. */
export type Override = { readonly by: Party; readonly at: Instant; readonly reason: string }

export type Term =
  | { readonly known: false }
  | {
      readonly known: true
      readonly period: AssessmentPeriod
      readonly lastDay: PlainDate
      readonly inTime: boolean
      readonly daysLate: number
    }

/** Calendar days before the PERIOD of the academic schedule, however late in it the exam is (TR-12). */
export function termOf(
  periods: readonly AssessmentPeriod[],
  of: { readonly programme: string; readonly branch: string | null; readonly examDay: PlainDate },
  today: PlainDate,
  leadDays: number,
): Term {
  const period = periodOf(periods, of.programme, of.branch, of.examDay)
  if (!period) return { known: false }
  const lastDay = lastDayBefore(period.from, leadDays)
  const inTime = isInTimeBefore(today, period.from, leadDays)
  return {
    known: true,
    period,
    lastDay,
    inTime,
    daysLate: inTime ? 0 : lastDay.until(today, { largestUnit: 'day' }).days,
  }
}

export const overrideHolds = (override: Override | null): boolean =>
  override !== null && override.by === 'umu_head' && override.reason.trim() !== ''

export type Submitted = Outcome<ApplicationState, ApplicationCommand, ApplicationRefusal>

/** One button for the teacher: in time it is submitted, late it needs the override and is marked late. */
export function submit(
  state: ApplicationState,
  by: Party,
  term: Term,
  override: Override | null,
  now: Instant,
): Submitted {
  const facts = {
    inTime: term.known ? term.inTime : null,
    overrideGranted: overrideHolds(override),
    reasonGiven: false,
  }
  const late = term.known && !term.inTime && override !== null
  return decideMove(application, state, late ? 'submit_late' : 'submit', by, facts, now)
}

/** Proctoring of an exam is off until its application is approved, where the act asks for one. */
export const proctoringAllowed = ({ leadDays }: ApplicationRules, state: ApplicationState | null): boolean =>
  leadDays === null || (state !== null && (['approved', 'linked', 'closed'] as string[]).includes(state))
