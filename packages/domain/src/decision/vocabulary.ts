import type { ProtocolAct } from '../incident/violation.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import { type ResultValue, resultValues, vocabulary } from './values.ts'

const isValue = (one: string): one is ResultValue => Object.hasOwn(resultValues, one)

/** 000 names no results: the institution said which there are, with its ground, before the first exam (R0-7.4, TR-65). */
export function vocabularyOf(act: ProtocolAct, policy: EffectivePolicy): readonly ResultValue[] {
  if (act !== '000') return vocabulary[act]
  const { value } = policy['decision.values']
  return Array.isArray(value) ? value.filter(isValue) : []
}
