// The rules one examinee of one exam is under: every value with where it came from, so that a screen and a protocol can say so.
import { type Accommodation, extraMinutes } from '../accommodation/accommodation.ts'
import { type ActPolicy, settingOf } from './act-policy.ts'
import { type OverrideRefusal, type Overrides, refuseOverride } from './override.ts'
import type { Value } from './parameter.ts'
import { isPolicyKey, type PolicyKey, policyKeys } from './schema.ts'

export type Origin =
  | { readonly from: 'act'; readonly clauses: readonly string[] }
  | { readonly from: 'decision' | 'exam'; readonly ground: string }
  | { readonly from: 'accommodation' }
  | { readonly from: 'law'; readonly law: string }
  | { readonly from: 'nobody' }

export type Effective = { readonly value: Value | null; readonly origin: Origin }
export type EffectivePolicy = Readonly<Record<PolicyKey, Effective>>

export type Refused = { readonly key: string; readonly why: OverrideRefusal }

/** The policy of an exam; an override that the act does not allow is refused, never dropped in silence. */
export function effectivePolicy(
  act: ActPolicy,
  exam: Overrides = {},
  accommodations: readonly Accommodation[] = [],
):
  | { readonly ok: true; readonly policy: EffectivePolicy }
  | { readonly ok: false; readonly refused: readonly Refused[] } {
  const refused = Object.entries(exam).flatMap(([key, change]): Refused[] => {
    if (!isPolicyKey(key)) return [{ key, why: 'not_of_an_exam' }]
    const why = refuseOverride(act, key, change)
    return why ? [{ key, why }] : []
  })
  if (refused.length > 0) return { ok: false, refused }
  const longer = extraMinutes(accommodations)
  const policy = Object.fromEntries(
    policyKeys.map((key) => {
      const effective = ofExam(act, exam, key)
      return [key, key === 'session.duration_min' ? prolonged(effective, longer) : effective]
    }),
  ) as Record<PolicyKey, Effective>
  return { ok: true, policy }
}

function ofExam(act: ActPolicy, exam: Overrides, key: PolicyKey): Effective {
  const setting = settingOf(act, key)
  // No exam lifts what a law limits.
  if (setting.state === 'capped') return { value: setting.value, origin: { from: 'law', law: setting.law } }
  const change = exam[key]
  if (change) return { value: change.value, origin: { from: 'exam', ground: change.ground } }
  if (setting.state === 'act')
    return { value: setting.value, origin: { from: 'act', clauses: setting.clauses } }
  if (setting.state === 'decision')
    return { value: setting.value, origin: { from: 'decision', ground: setting.ground } }
  return { value: null, origin: { from: 'nobody' } }
}

const prolonged = (effective: Effective, minutes: number): Effective =>
  minutes > 0 && typeof effective.value === 'number'
    ? { value: effective.value + minutes, origin: { from: 'accommodation' } }
    : effective

/** The number of a parameter, null where nobody set it. */
export const numberOf = (policy: EffectivePolicy, key: PolicyKey): number | null => {
  const { value } = policy[key]
  return typeof value === 'number' ? value : null
}

/** True only when it is said: silence is not permission (TR-65). */
export const isSaid = (policy: EffectivePolicy, key: PolicyKey, value: Value): boolean =>
  policy[key].value === value

/** Whether a list parameter names it. */
export const names = (policy: EffectivePolicy, key: PolicyKey, one: string): boolean => {
  const { value } = policy[key]
  return Array.isArray(value) && value.includes(one)
}

/** An exam that no act rules: nobody said anything, so nothing is required and nothing is refused. */
export const unruled: EffectivePolicy = Object.fromEntries(
  policyKeys.map((key) => [key, { value: null, origin: { from: 'nobody' } }]),
) as Record<PolicyKey, Effective>
