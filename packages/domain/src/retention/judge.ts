// What keeps one recording now: the rules its exam ran under, and a consent that was taken back since (SM-18, P-14).
import type { Calendar, PlainDate } from '../calendar/working-days.ts'
import { keptAfterWithdrawal, type Withdrawal } from '../consent/after-withdrawal.ts'
import { type Held, type KeepReason, whyKept } from './destroy.ts'
import { type KeepingRules, type Kept, type KeptUntil, keptUntil } from './term.ts'

export type Judgement = {
  readonly until: KeptUntil
  /** Null: its term is over and nobody holds it. */
  readonly kept: KeepReason | null
}

export function judgeKept(
  rules: KeepingRules | null,
  recording: Kept & Held & { readonly withdrawn: Withdrawal | null },
  calendar: Calendar,
  today: PlainDate,
): Judgement {
  const term = keptUntil(rules?.recording ?? null, recording, calendar)
  const until = recording.withdrawn
    ? keptAfterWithdrawal(
        term,
        recording.withdrawn,
        { announcedOn: recording.resultAnnouncedOn, filing: rules?.filing ?? null },
        calendar,
      )
    : term
  return { until, kept: whyKept(until, recording, today) }
}
