// B-23: staff give more than a password. What a sign-in still owes, and which codes of an authenticator count when.
import { isPupil, type Role } from './table.ts'

/** `required`: staff set one up before anything else; `offered`: whoever has one is asked for it. */
export type FactorRule = 'required' | 'offered'

/** What a sign-in still owes: nothing, the factor its owner has, or to set one up. */
export type SecondFactor = 'done' | 'due' | 'enrol'

export function secondFactor(of: {
  readonly roles: readonly Role[]
  readonly rule: FactorRule
  readonly enrolled: boolean
  /** In this sign-in. */
  readonly given: boolean
}): SecondFactor {
  if (of.enrolled) return of.given ? 'done' : 'due'
  return of.rule === 'required' && !isPupil(of.roles) ? 'enrol' : 'done'
}

export const STEP_MS = 30_000
/** A code typed at the very end of its half minute arrives in the next one. */
const LATE_MS = 5000

/** Half minutes since 1970 whose code counts at this moment, the latest first. */
export function stepsThatCount(nowMs: number): readonly number[] {
  const step = Math.floor(nowMs / STEP_MS)
  return nowMs % STEP_MS < LATE_MS ? [step, step - 1] : [step]
}

export const RECOVERY_CODES = 10
/** However it was typed. */
export const plainRecoveryCode = (text: string): string => text.replace(/[\s-]/g, '').toLowerCase()
/** Eight signs out of 32, and two before them that say which of the ten it is. */
export const isRecoveryCode = (text: string): boolean => /^[a-z2-7]{10}$/.test(plainRecoveryCode(text))
