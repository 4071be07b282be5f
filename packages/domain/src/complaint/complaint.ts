// A complaint of an examinee about the proctor: received, being looked at, answered. Who it is about neither reads nor answers
// it (R1-5.2a), and nothing follows for the proctor by itself (R4-7.4).
import { endOfTerm } from '../calendar/term.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { ANSWER_BY_LAW } from '../policy/law.ts'
import { type Instant, isAfter } from '../time.ts'

export const complaintStates = ['received', 'looked_at', 'answered'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** What a person found; R4-7.4: ethics are presumed, so that without evidence a complaint is not confirmed. */
export const complaintOutcomes = ['confirmed', 'partly', 'not_confirmed'] as const
export type ComplaintOutcome = (typeof complaintOutcomes)[number]

export type ComplaintLife = {
  readonly due: Instant | null
  readonly taken: { readonly by: string; readonly at: Instant } | null
  readonly answered: { readonly by: string; readonly at: Instant } | null
}

export const stateOf = ({ taken, answered }: ComplaintLife): ComplaintState =>
  answered ? 'answered' : taken ? 'looked_at' : 'received'

/** The last moment of the term the institution answers requests in, or the law's; null: the calendar ends before it. */
export const answerDue = (
  policy: EffectivePolicy,
  filed: Instant,
  zone: string,
  calendar: Calendar,
): Instant | null =>
  endOfTerm(
    { days: numberOf(policy, 'erequest.answer_days') ?? ANSWER_BY_LAW, unit: 'days' },
    filed,
    zone,
    calendar,
  )

/** Unanswered past its term, or answered after it. */
export const isOverdue = ({ due, answered }: ComplaintLife, now: Instant): boolean =>
  due !== null && isAfter(answered?.at ?? now, due)

export type Concerned = {
  /** Whoever was ever given this examinee to watch, and whoever spoke as the proctor. */
  readonly proctors: readonly string[]
  /** The examinee and the parents. */
  readonly family: readonly string[]
}

type Barred = 'complaint_about_you' | 'complaint_of_family'

export const barredFrom = ({ proctors, family }: Concerned, person: string): Barred | null =>
  proctors.includes(person) ? 'complaint_about_you' : family.includes(person) ? 'complaint_of_family' : null

/** Another one may take it over until it is answered; it is answered once, by whoever looks at it. */
export function refuseComplaint(
  what: 'take' | 'answer',
  life: ComplaintLife,
  concerned: Concerned,
  person: string,
): Barred | 'already_answered' | 'already_yours' | 'not_taken' | null {
  const barred = barredFrom(concerned, person)
  if (barred) return barred
  if (life.answered) return 'already_answered'
  if (what === 'take') return life.taken?.by === person ? 'already_yours' : null
  return life.taken?.by === person ? null : 'not_taken'
}
