import type { Instant } from '../time.ts'
import { isBefore } from '../time.ts'
import type { Accommodation, PmpkService } from './accommodation.ts'

/** An accommodation on record for one examinee; it holds for one exam or for every exam of a term (SM-20). */
export type Granted = {
  readonly state: 'requested' | 'active' | 'used' | 'expired' | 'refused'
  readonly exam: string | null
  readonly from: Instant
  /** Null: until the programme ends. */
  readonly until: Instant | null
  readonly accommodation: Accommodation
}

/** What holds for an examinee at one exam and moment: only what was verified, begun and not over. */
export const inForce = (granted: readonly Granted[], exam: string, now: Instant): readonly Accommodation[] =>
  granted
    .filter(
      (one) =>
        (one.state === 'active' || one.state === 'used') &&
        (one.exam === null || one.exam === exam) &&
        !isBefore(now, one.from) &&
        (one.until === null || isBefore(now, one.until)),
    )
    .map((one) => one.accommodation)

/** The same by calendar days, as an office writes them: from the first day to the last. */
export type DatedCondition = {
  readonly state: Granted['state']
  readonly exam: string | null
  readonly from: string
  readonly until: string | null
  readonly accommodation: Accommodation
}

export const heldOn = <C extends DatedCondition>(
  conditions: readonly C[],
  exam: string,
  today: string,
): readonly C[] =>
  conditions.filter(
    (one) =>
      (one.state === 'active' || one.state === 'used') &&
      (one.exam === null || one.exam === exam) &&
      one.from <= today &&
      (one.until === null || today <= one.until),
  )

/** What was written on a request, as the rules read it. */
export function asAccommodation(
  kind: 'pmpk_assistant' | 'pmpk_technical_means' | 'disability',
  said: {
    readonly document: string
    readonly services: readonly PmpkService[]
    readonly helper: string | null
    readonly means: readonly string[]
    readonly extraMinutes: number
  },
): Accommodation {
  const { document, services, helper, means, extraMinutes } = said
  if (kind === 'pmpk_assistant') return { kind, document, services, helper }
  if (kind === 'pmpk_technical_means') return { kind, document, means }
  return { kind, document, means, extraMinutes }
}

export type Attempt = {
  readonly examinee: string
  readonly policy: string
  /** Ground documents of the accommodations used, or the class for what a class gives. */
  readonly grounds: readonly string[]
}

/** Attempts of one exam that ran under other rules without a recorded ground: there may be none (000 2.2.3, TR-62). */
export const unfairAttempts = (policy: string, attempts: readonly Attempt[]): readonly string[] =>
  attempts
    .filter((attempt) => attempt.policy !== policy && attempt.grounds.every((ground) => ground.trim() === ''))
    .map((attempt) => attempt.examinee)
