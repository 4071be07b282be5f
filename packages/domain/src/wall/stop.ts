// The right to stop an exam, as each act gives it, and what a stop leads to (004 7.5 and 5.13, TR-46).
import { actionsUnder } from '../intervention/actions.ts'
import type { EffectivePolicy } from '../policy/effective.ts'

export type StopWanted = {
  readonly reason: string
  /** Cases of violation that a person confirmed in this session. */
  readonly confirmed: number
  /** Why it must end before violations repeated: danger, an emergency. Empty: none. */
  readonly justification: string
}

export type StopRefusal = 'not_under_this_act' | 'no_reason' | 'too_few_violations'

export type Stop =
  | {
      readonly ok: true
      readonly ground: 'at_any_time' | 'repeated_violations' | 'justified'
      /** What the act attaches to it; null: nothing, or not to a stop on this ground. */
      readonly consequence: string | null
    }
  | { readonly ok: false; readonly why: StopRefusal }

export function stop(wanted: StopWanted, policy: EffectivePolicy): Stop {
  const { stopAfter } = actionsUnder(policy)
  if (stopAfter === null) return { ok: false, why: 'not_under_this_act' }
  if (wanted.reason.trim() === '') return { ok: false, why: 'no_reason' }
  if (stopAfter === 0) return { ok: true, ground: 'at_any_time', consequence: consequenceOf(policy) }
  if (wanted.confirmed >= stopAfter)
    return { ok: true, ground: 'repeated_violations', consequence: consequenceOf(policy) }
  // 5.13 judges whoever was stopped for repeated violations; a stop for another reason judges nobody.
  return wanted.justification.trim() === ''
    ? { ok: false, why: 'too_few_violations' }
    : { ok: true, ground: 'justified', consequence: null }
}

function consequenceOf(policy: EffectivePolicy): string | null {
  const { value } = policy['live.stop_result']
  return typeof value === 'string' ? value : null
}
