import type { Instant } from '../time.ts'
import { isBefore } from '../time.ts'
import type { Accommodation } from './accommodation.ts'

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
