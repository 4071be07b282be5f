import type { ProtocolAct } from '../incident/violation.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import type { Value } from '../policy/parameter.ts'
import { type ResultValue, resultValues, vocabulary } from './values.ts'

const isValue = (one: string): one is ResultValue => Object.hasOwn(resultValues, one)

/**
 * 000 names no results: the institution said which there are, with its ground, before the first exam (R0-7.4, TR-65).
 * `now`: what its act says today, for an exam published when nobody had said it yet.
 */
export function vocabularyOf(
  act: ProtocolAct,
  policy: EffectivePolicy,
  now: Value | null = null,
): readonly ResultValue[] {
  if (act !== '000') return vocabulary[act]
  const { value: frozen, origin } = policy['decision.values']
  const value = origin.from === 'nobody' ? now : frozen
  return Array.isArray(value) ? value.filter(isValue) : []
}
