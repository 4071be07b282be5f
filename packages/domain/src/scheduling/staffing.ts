import type { SeatRules } from './seats.ts'

/** «1 проктор (контролер) на 6 одновременно тестируемых»; where the act has no ratio, one proctor is enough to begin. */
export const proctorsNeeded = (atOnce: number, { perProctor }: SeatRules): number =>
  atOnce === 0 ? 0 : perProctor === null ? 1 : Math.ceil(atOnce / perProctor)

export type Opening =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: 'too_few_proctors'
      readonly needed: number
      readonly missing: number
    }

export function mayOpen(atOnce: number, proctors: number, rules: SeatRules): Opening {
  const needed = proctorsNeeded(atOnce, rules)
  return proctors >= needed
    ? { ok: true }
    : { ok: false, why: 'too_few_proctors', needed, missing: needed - proctors }
}

export type ReviewRules = {
  /** Minutes of a reviewer per minute of recording; the acts do not say how fast one watches (TR-61). */
  readonly reviewFactor: number | null
  readonly reviewerMinutesPerDay: number | null
}

export type ReviewForecast =
  | {
      readonly known: true
      readonly workMinutes: number
      readonly reviewers: number
      /** Working days the reviewers at hand need; null when there is nobody. */
      readonly days: number | null
      readonly enough: boolean
    }
  | { readonly known: false; readonly missing: readonly (keyof ReviewRules)[] }

/** How many reviewers finish everything within the days the act gives (004: one working day). */
export function reviewForecast(
  recordingMinutes: readonly number[],
  reviewersAtHand: number,
  daysGiven: number,
  { reviewFactor, reviewerMinutesPerDay }: ReviewRules,
): ReviewForecast {
  if (reviewFactor === null || reviewerMinutesPerDay === null) {
    const missing: (keyof ReviewRules)[] = []
    if (reviewFactor === null) missing.push('reviewFactor')
    if (reviewerMinutesPerDay === null) missing.push('reviewerMinutesPerDay')
    return { known: false, missing }
  }
  const workMinutes = recordingMinutes.reduce((sum, minutes) => sum + minutes, 0) * reviewFactor
  const reviewers = Math.ceil(workMinutes / (reviewerMinutesPerDay * daysGiven))
  return {
    known: true,
    workMinutes,
    reviewers,
    days: reviewersAtHand === 0 ? null : Math.ceil(workMinutes / (reviewerMinutesPerDay * reviewersAtHand)),
    enough: reviewersAtHand >= reviewers,
  }
}
