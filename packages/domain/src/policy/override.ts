// What one exam may set differently from the act (TR-64): always what is stricter, and a ban only where the act yields.
import type { ActPolicy } from './act-policy.ts'
import { fits, settingOf } from './act-policy.ts'
import type { Value } from './parameter.ts'
import type { PolicyKey } from './schema.ts'

export type Overrides = Readonly<
  Partial<Record<PolicyKey, { readonly value: Value; readonly ground: string }>>
>
export type OverrideRefusal =
  | 'not_of_an_exam'
  | 'act_does_not_yield'
  | 'wider_than_act'
  | 'no_ground'
  | 'wrong_value'

type Bound = 'at_most' | 'at_least' | 'part' | 'ban'

const bounds: Readonly<Partial<Record<PolicyKey, Bound>>> = {
  'capacity.max_simultaneous': 'at_most',
  'staffing.sync_examinees_per_proctor': 'at_most',
  'session.duration_min': 'at_most',
  'session.absence_allowed_min': 'at_most',
  'recording.min_coverage_percent': 'at_least',
  'proctoring.modes': 'part',
  'identity.documents': 'part',
  'identity.recorded': 'ban',
  'materials.reference': 'ban',
  'materials.drafts': 'ban',
  'materials.own_brief_notes': 'ban',
  'materials.gadgets': 'ban',
  'devices.headphones': 'ban',
  'devices.second_monitor_keyboard_mouse': 'ban',
  'devices.virtual_machine': 'ban',
  'devices.browser_builtin_translator': 'ban',
  'tasks.fixation_forbidden': 'ban',
}

/** 001 has no general clause: these two say «если не разрешено правилами» themselves (001 6.4). */
const YIELD_BY_THEMSELVES: readonly PolicyKey[] = [
  'devices.headphones',
  'devices.second_monitor_keyboard_mouse',
]

export const overridable = Object.keys(bounds) as readonly PolicyKey[]

export function refuseOverride(
  policy: ActPolicy,
  key: PolicyKey,
  { value, ground }: { readonly value: Value; readonly ground: string },
): OverrideRefusal | null {
  const bound = bounds[key]
  if (!bound) return 'not_of_an_exam'
  if (!fits(key, value)) return 'wrong_value'
  const setting = settingOf(policy, key)
  if (setting.state === 'open') return null
  if (bound === 'ban') {
    // Forbidding what the act allows is an additional requirement, which every act lets an exam make.
    if (setting.value !== 'forbidden' || value === 'forbidden') return null
    if (!yields(policy, key)) return 'act_does_not_yield'
    return ground.trim() === '' ? 'no_ground' : null
  }
  return within(bound, setting.value, value) ? null : 'wider_than_act'
}

function yields(policy: ActPolicy, key: PolicyKey): boolean {
  const right = settingOf(policy, 'exam.override_violations')
  if (right.state === 'open') return false
  return right.value === 'any' || (right.value === 'where_said' && YIELD_BY_THEMSELVES.includes(key))
}

function within(bound: 'at_most' | 'at_least' | 'part', act: Value, exam: Value): boolean {
  if (bound === 'part')
    return (
      Array.isArray(act) && Array.isArray(exam) && exam.length > 0 && exam.every((one) => act.includes(one))
    )
  return bound === 'at_most' ? Number(exam) <= Number(act) : Number(exam) >= Number(act)
}
