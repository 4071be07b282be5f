// The policy of one institution: what its act states, and what people decided where the act is silent.
import { lawCap } from './law.ts'
import { isWhole, largest, smallest, type Value } from './parameter.ts'
import { isPolicyKey, type PolicyKey, parameters, policyKeys } from './schema.ts'
import type { Setting, Stated } from './setting.ts'

export type StatedPolicy = Readonly<Partial<Record<PolicyKey, Stated>>>
export type Decided = { readonly value: Value; readonly ground: string }
export type Decisions = Readonly<Partial<Record<PolicyKey, Decided>>>

export type ActPolicy = {
  /** Number of the preset it came from, or the institution's own name for it. */
  readonly act: string
  readonly stated: StatedPolicy
  readonly decisions: Decisions
}

/** What is known of a parameter. A law goes before the act, the act before a decision; nothing stands in for silence. */
export function settingOf(policy: ActPolicy, key: PolicyKey): Setting {
  const stated = policy.stated[key]
  const decided = policy.decisions[key]
  const said = stated ?? (decided && { state: 'decision' as const, ...decided })
  const cap = lawCap(key, said?.value ?? null, (other) => plainValue(policy, other))
  if (cap) return { state: 'capped', ...cap, said: said?.value ?? null }
  return said ?? { state: 'open' }
}

/** Without the law: what the texts and people say. */
const plainValue = (policy: ActPolicy, key: PolicyKey): Value | null =>
  policy.stated[key]?.value ?? policy.decisions[key]?.value ?? null

/** What a person has to decide before the first exam with proctoring (R0-7.4, TR-65). */
export const undecided = (policy: ActPolicy): readonly PolicyKey[] =>
  policyKeys.filter((key) => isNeeded(policy, key) && settingOf(policy, key).state === 'open')

/** An act that says it does not regulate proctoring leaves nothing to decide about it (002: only its title names proctoring). */
export const holdsNoExams = (policy: ActPolicy): boolean =>
  settingOf(policy, 'scope.proctoring_regulated').state !== 'open' &&
  plainValue(policy, 'scope.proctoring_regulated') === false

function isNeeded(policy: ActPolicy, key: PolicyKey): boolean {
  const { needed } = parameters[key]
  if (needed === undefined || needed === true) return needed === true
  const other = isPolicyKey(needed.when) ? settingOf(policy, needed.when) : null
  if (other === null || other.state === 'open') return false
  const { is } = needed
  return Array.isArray(other.value) ? other.value.some((one) => one === is) : other.value === is
}

/** What is offered to whoever decides; it binds nobody until a person takes it (requirements 2.6). */
export const proposalOf = (policy: Pick<ActPolicy, 'act'>, key: PolicyKey): Value | null => {
  const { proposal, proposalIn } = parameters[key]
  const own = proposalIn?.[policy.act]
  return own === undefined ? (proposal ?? null) : own
}

export type ProctoringRefusal =
  | { readonly why: 'not_regulated' }
  | { readonly why: 'undecided'; readonly keys: readonly PolicyKey[] }

/** Whether exams may be proctored under it: the act regulates proctoring and a person decided what it is silent about (TR-01, TR-65). */
export function refuseProctoring(policy: ActPolicy): ProctoringRefusal | null {
  const regulated = settingOf(policy, 'scope.proctoring_regulated')
  if (regulated.state === 'open' || regulated.value !== true) return { why: 'not_regulated' }
  const missing = undecided(policy)
  return missing.length > 0 ? { why: 'undecided', keys: missing } : null
}

export type DecisionRefusal = 'act_says' | 'no_ground' | 'wrong_value'

/** A decision fills silence and needs a ground; where the act speaks only a new edition changes it. */
export function decide(
  policy: ActPolicy,
  key: PolicyKey,
  decided: Decided,
): { readonly ok: true; readonly policy: ActPolicy } | { readonly ok: false; readonly why: DecisionRefusal } {
  if (policy.stated[key]) return { ok: false, why: 'act_says' }
  if (decided.ground.trim() === '') return { ok: false, why: 'no_ground' }
  if (!fits(key, decided.value)) return { ok: false, why: 'wrong_value' }
  return { ok: true, policy: { ...policy, decisions: { ...policy.decisions, [key]: decided } } }
}

const DUTIES: readonly unknown[] = ['required', 'allowed', 'forbidden']

/** Whether a value is of the parameter's kind and among its choices. */
export function fits(key: PolicyKey, value: unknown): value is Value {
  const { kind, choices, unit, most } = parameters[key]
  const among = (one: unknown) => typeof one === 'string' && (!choices || choices.includes(one))
  switch (kind) {
    case 'flag':
      return typeof value === 'boolean'
    case 'duty':
      return DUTIES.includes(value)
    case 'number':
      return (
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (!isWhole(unit) || Number.isInteger(value)) &&
        value >= ((unit && smallest[unit]) ?? 0) &&
        value <= (most ?? (unit && largest[unit]) ?? Number.MAX_SAFE_INTEGER)
      )
    case 'text':
      return among(value) && String(value).trim() !== ''
    case 'date':
      return typeof value === 'string' && isDayOfYear(value)
    case 'list':
      return Array.isArray(value) && value.every((one) => among(one) && String(one).trim() !== '')
  }
}

const DAYS_OF = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** `09-01`: a day that comes in some year. */
function isDayOfYear(text: string): boolean {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? []
  return Number(day) >= 1 && Number(day) <= (DAYS_OF[Number(month) - 1] ?? 0)
}
