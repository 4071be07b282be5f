// A technical failure on the record: how long, whose fault a person found it to be, what it opens, and the time given back (TR-20).
import { outageUnlocksPostponing } from '../calendar/deadlines.ts'
import type { Failure } from '../decision/findings.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { type Instant, isBefore } from '../time.ts'

export type Fault = Failure['fault']

export type Outage = {
  readonly from: Instant
  readonly until: Instant | null
  readonly fault: Fault
  /** Who said whose fault it was; nobody: it stays unknown. */
  readonly foundBy: string | null
}

export type FaultRefusal = 'only_a_person' | 'no_reason'

/** Whose fault it was is a person's finding, never a detector's. */
export function findFault(
  outage: Outage,
  fault: Fault,
  by: { readonly person: string | null; readonly reason: string },
): { readonly ok: true; readonly outage: Outage } | { readonly ok: false; readonly why: FaultRefusal } {
  if (by.person === null) return { ok: false, why: 'only_a_person' }
  if (by.reason.trim() === '') return { ok: false, why: 'no_reason' }
  return { ok: true, outage: { ...outage, fault, foundBy: by.person } }
}

export type FailureOpens = { readonly postpone: boolean; readonly retake: boolean }

/** 5.12 lets postpone after its limit; 4.7 lets agree a retake after a failure of any length, once the exam could not go on. */
export function opensAfter(
  outage: Outage,
  couldContinue: boolean,
  policy: EffectivePolicy,
  now: Instant,
): FailureOpens {
  const limit = numberOf(policy, 'tech_failure.min_minutes')
  return {
    postpone: limit !== null && outageUnlocksPostponing(outage.from, outage.until ?? now, limit),
    retake: policy['tech_failure.retake'].value !== null && !couldContinue,
  }
}

/** What the institution gives back: nothing for the examinee's own fault if it says so, and not more than it says. */
export type GivingBack = { readonly atMostMinutes: number | null; readonly forFaults: readonly Fault[] }

/** Milliseconds given back for what has passed of the outages; two that overlap are one. */
export function givenBackMs(outages: readonly Outage[], policy: GivingBack, now: Instant): number {
  let [sum, reached] = [0, Number.NEGATIVE_INFINITY]
  const counted = outages.filter(({ fault }) => policy.forFaults.includes(fault))
  for (const outage of counted.toSorted((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds)) {
    const until = outage.until !== null && isBefore(outage.until, now) ? outage.until : now
    const from = Math.max(outage.from.epochMilliseconds, reached)
    sum += Math.max(0, until.epochMilliseconds - from)
    reached = Math.max(reached, until.epochMilliseconds)
  }
  return policy.atMostMinutes === null ? sum : Math.min(sum, policy.atMostMinutes * 60_000)
}
