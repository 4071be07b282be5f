// 002 п. 17: fifteen working days to check what a student sent.
import { addWorkingDays, type Calendar, endOfDay } from '../calendar/working-days.ts'
import { type Instant, isAfter } from '../time.ts'

export type Submission = {
  readonly id: string
  readonly teacher: string
  readonly sentAt: Instant
  readonly checkedAt: Instant | null
}

export type CheckRules = {
  readonly calendar: Calendar
  readonly zone: string
  readonly workingDays: number
  readonly remindAfter: readonly number[]
}

export type CheckTimer = {
  /** Null: the production calendar does not reach that far (TR-65). */
  readonly due: Instant | null
  readonly reminders: readonly Instant[]
  readonly overdue: boolean
}

/** The first working day is the one after sending (TR-25); a reminder falls on the morning of its day. */
export function checkTimer({ sentAt, checkedAt }: Submission, rules: CheckRules, now: Instant): CheckTimer {
  const sent = sentAt.toZonedDateTimeISO(rules.zone).toPlainDate()
  const last = addWorkingDays(rules.calendar, sent, rules.workingDays)
  const due = last && endOfDay(last, rules.zone)
  const reminders = rules.remindAfter
    .map(
      (days) => addWorkingDays(rules.calendar, sent, days)?.toZonedDateTime(rules.zone).toInstant() ?? null,
    )
    .filter((at) => at !== null)
  return { due, reminders, overdue: due !== null && isAfter(checkedAt ?? now, due) }
}

export type OverdueRow = { readonly teacher: string; readonly submissions: readonly string[] }

/** The report to the head: who still owes a check whose term is over. */
export function overdueReport(
  submissions: readonly Submission[],
  rules: CheckRules,
  now: Instant,
): readonly OverdueRow[] {
  const late = submissions.filter(
    (submission) => submission.checkedAt === null && checkTimer(submission, rules, now).overdue,
  )
  return [...new Set(late.map(({ teacher }) => teacher))].map((teacher) => ({
    teacher,
    submissions: late.filter((submission) => submission.teacher === teacher).map(({ id }) => id),
  }))
}
