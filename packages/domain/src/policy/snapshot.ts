// The rules an exam was published under. A new edition never reaches into an exam that runs or is over (R0-7.5, R0-1.4n).
import type { Instant } from '../time.ts'
import type { EffectivePolicy } from './effective.ts'

export type PolicySnapshot = {
  readonly act: string
  readonly edition: string
  readonly quote: string
  readonly takenAt: Instant
  readonly policy: EffectivePolicy
}

export const snapshot = (
  act: string,
  edition: { readonly id: string; readonly quote: string },
  policy: EffectivePolicy,
  now: Instant,
): PolicySnapshot =>
  Object.freeze({
    act,
    edition: edition.id,
    quote: edition.quote,
    takenAt: now,
    policy: Object.freeze(structuredCopy(policy)),
  })

const structuredCopy = (policy: EffectivePolicy): EffectivePolicy =>
  Object.fromEntries(
    Object.entries(policy).map(([key, { value, origin }]) => [
      key,
      Object.freeze({ value: Array.isArray(value) ? Object.freeze([...value]) : value, origin }),
    ]),
  ) as EffectivePolicy
