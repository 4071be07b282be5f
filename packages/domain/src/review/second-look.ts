// A gross finding is looked at by a second person who does not know what the first one found; who is of another mind is heard
// by a third. Nobody judges twice.
import type { AccountId } from '../ids.ts'

export const reviewKinds = ['first', 'second', 'third', 'control'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** Blind: what others marked is not shown before one's own look is finished. */
export const isBlind = (kind: ReviewKind): boolean => kind === 'second' || kind === 'control'

export const maySeeOthersMarks = (kind: ReviewKind, finished: boolean): boolean => !isBlind(kind) || finished

export type Compared = {
  readonly agreed: readonly string[]
  readonly onlyFirst: readonly string[]
  readonly onlySecond: readonly string[]
}

/** By gross code: times differ from person to person, what it was must not. */
export function compare(first: readonly string[], second: readonly string[]): Compared {
  const [one, other] = [new Set(first), new Set(second)]
  return {
    agreed: [...one].filter((code) => other.has(code)).toSorted(),
    onlyFirst: [...one].filter((code) => !other.has(code)).toSorted(),
    onlySecond: [...other].filter((code) => !one.has(code)).toSorted(),
  }
}

export const disputed = ({ onlyFirst, onlySecond }: Compared): readonly string[] =>
  [...onlyFirst, ...onlySecond].toSorted()

/** Who looked before does not look again, nor does whom the examinee is to. */
export const mayTake = (
  reviewer: AccountId,
  before: readonly (AccountId | null)[],
  barred: readonly AccountId[],
): boolean => !before.includes(reviewer) && !barred.includes(reviewer)

export type SettleRefusal = 'not_disputed' | 'verdict_missing' | 'no_reason'
export type Settled = { readonly code: string; readonly stands: boolean; readonly reason: string }

/** The third answers every disputed code, each with a reason, and nothing else. */
export function refuseSettling(codes: readonly string[], verdicts: readonly Settled[]): SettleRefusal | null {
  if (verdicts.some(({ code }) => !codes.includes(code))) return 'not_disputed'
  if (verdicts.some(({ reason }) => reason.trim() === '')) return 'no_reason'
  const answered = new Set(verdicts.map(({ code }) => code))
  return codes.every((code) => answered.has(code)) && answered.size === verdicts.length
    ? null
    : 'verdict_missing'
}
