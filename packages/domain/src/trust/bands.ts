// Two thresholds that sort the queue of those who look again. They decide nothing (T-17).
import { violationCodes, type ViolationCode } from '../incident/catalogue.ts'
import { type Interval, type Score, trustScore } from './score.ts'
import type { Weight, Weights } from './weights.ts'

/** Points: below `first` a session is looked at first, below `next` after those. */
export type Thresholds = { readonly first: number; readonly next: number }

export const thresholds1: Thresholds = { first: 50, next: 80 }

export type Band = 'first' | 'next' | 'last'

export const bandOf = ({ hundredths }: Pick<Score, 'hundredths'>, { first, next }: Thresholds): Band =>
  hundredths < first * 100 ? 'first' : hundredths < next * 100 ? 'next' : 'last'

/** A mark of a person counts as much as a hint at least. */
export const MOST_CONFIRMED_TIMES = 10

const isTimes = (value: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= MOST_CONFIRMED_TIMES

export type WeightsProblem = 'no_such_code' | 'wrong_number' | 'wrong_thresholds'

const isAmount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100_00

/** An exam's own table: whole hundredths, codes of the catalogue, thresholds in order. */
export function refuseWeights(
  byCode: Readonly<Record<string, Weight>>,
  { first, next }: Thresholds,
  confirmedTimes: number,
): WeightsProblem | null {
  if (Object.keys(byCode).some((code) => !violationCodes.includes(code as ViolationCode)))
    return 'no_such_code'
  const amounts = Object.values(byCode).flatMap(({ once, perSecond, cap }) => [once, perSecond, cap])
  if (!amounts.every(isAmount) || !isTimes(confirmedTimes)) return 'wrong_number'
  return 0 <= first && first <= next && next <= 100 ? null : 'wrong_thresholds'
}

export type Preview = {
  readonly session: string
  readonly before: Score
  readonly after: Score
}

/** What other weights would have said of sessions that are over: nothing is changed by looking. */
export const preview = (
  sessions: readonly { readonly session: string; readonly intervals: readonly Interval[] }[],
  now: Weights,
  proposed: Weights,
): readonly Preview[] =>
  sessions.map(({ session, intervals }) => ({
    session,
    before: trustScore(intervals, now),
    after: trustScore(intervals, proposed),
  }))
