// The queue of recordings to review: what is due when, who takes it, and what nobody has done in time (004 5.2, SM-4).
import { endOfWorkingDay, type Calendar } from '../calendar/working-days.ts'
import type { AccountId, SessionId } from '../ids.ts'
import type { Attempt } from '../lifecycle/attempt.ts'
import { type EffectivePolicy, isSaid, numberOf } from '../policy/effective.ts'
import type { Mode } from '../scheduling/event.ts'
import { type Instant, isAfter, Temporal } from '../time.ts'

export type ReviewTask = {
  readonly session: SessionId
  readonly createdAt: Instant
  /** Null: not calculated, because nobody set the term or the calendar ends before it (TR-65). */
  readonly due: Instant | null
  readonly recordedMinutes: number
  readonly reviewer: AccountId | null
  readonly reviewedAt: Instant | null
}

/** A deferred check begins with the deauthorisation, whatever ended the session; live exams have none of their own accord. */
export function reviewTaskOf(
  session: SessionId,
  attempt: Attempt,
  mode: Mode,
  policy: EffectivePolicy,
  calendar: Calendar,
  zone: string,
): ReviewTask | null {
  if (mode !== 'async' || attempt.authorizedAt === null || attempt.endedAt === null) return null
  const days = numberOf(policy, 'review.deadline')
  return {
    session,
    createdAt: attempt.endedAt,
    due: days === null ? null : endOfWorkingDay(calendar, attempt.endedAt, zone, days),
    recordedMinutes: Math.ceil(
      (attempt.endedAt.epochMilliseconds - attempt.authorizedAt.epochMilliseconds) / 60_000,
    ),
    reviewer: null,
    reviewedAt: null,
  }
}

/** 000 alone lets a check end without a person (TR-44). */
export const asyncKinds = (policy: EffectivePolicy): readonly ('async_human' | 'async_auto')[] =>
  isSaid(policy, 'async.fully_automatic_allowed', true) ? ['async_human', 'async_auto'] : ['async_human']

export const isOverdue = ({ due, reviewedAt }: ReviewTask, now: Instant): boolean =>
  due !== null && isAfter(reviewedAt ?? now, due)

const dueMs = ({ due }: ReviewTask): number => due?.epochMilliseconds ?? Number.POSITIVE_INFINITY

/** What is open, the earliest term first; without a term last, the longest waiting first. */
export const reviewQueue = (tasks: readonly ReviewTask[]): readonly ReviewTask[] =>
  tasks
    .filter(({ reviewedAt }) => reviewedAt === null)
    .toSorted((a, b) =>
      dueMs(a) === dueMs(b)
        ? Temporal.Instant.compare(a.createdAt, b.createdAt)
        : dueMs(a) < dueMs(b)
          ? -1
          : 1,
    )

/** To escalate: open and past its term. */
export const overdueTasks = (tasks: readonly ReviewTask[], now: Instant): readonly ReviewTask[] =>
  reviewQueue(tasks).filter((task) => isOverdue(task, now))

/** Whoever has the fewest recorded minutes to look at, of those whom no interest bars. */
export function leastLoaded(
  reviewers: readonly AccountId[],
  barred: readonly AccountId[],
  tasks: readonly ReviewTask[],
): AccountId | null {
  const load = (reviewer: AccountId) =>
    reviewQueue(tasks)
      .filter((task) => task.reviewer === reviewer)
      .reduce((sum, { recordedMinutes }) => sum + recordedMinutes, 0)
  const [first] = reviewers
    .filter((reviewer) => !barred.includes(reviewer))
    .toSorted((a, b) => load(a) - load(b) || (a < b ? -1 : 1))
  return first ?? null
}
