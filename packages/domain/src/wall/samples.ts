// For tests: the effective policy of a preset, with what the institution decided where the act is silent.
import { type ActPolicy, decide } from '../policy/act-policy.ts'
import { type EffectivePolicy, effectivePolicy } from '../policy/effective.ts'
import type { Value } from '../policy/parameter.ts'
import { preset } from '../policy/presets.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ActNumber } from '../regulation/acts.ts'

export function under(
  act: ActNumber,
  decided: Readonly<Partial<Record<PolicyKey, Value>>> = {},
): EffectivePolicy {
  const policy = Object.entries(decided).reduce<ActPolicy>((so, [key, value]) => {
    const made = decide(so, key as PolicyKey, { value, ground: 'Приказ № 7' })
    if (!made.ok) throw new Error(`${key}: ${made.why}`)
    return made.policy
  }, preset(act))
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error(JSON.stringify(effective.refused))
  return effective.policy
}
