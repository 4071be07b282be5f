import type { Instant } from '../time.ts'

/** A condition of admission set by law or by the act («условия допуска»). Null: nobody said yet. */
export type Condition = { readonly code: string; readonly met: boolean | null; readonly ground: string }

export type AdmissionReason =
  | { readonly why: 'not_on_the_list' }
  | {
      readonly why: 'condition_not_met' | 'condition_unknown'
      readonly code: string
      readonly ground: string
    }
  | { readonly why: 'consent_missing'; readonly kind: string }
  /** The sanction for a late paper original is not stated: a person decides, nothing is blocked in silence (TR-11). */
  | { readonly why: 'consent_original_late' }

export type StaffDecision = {
  readonly admit: boolean
  readonly by: string
  readonly at: Instant
  readonly reason: string
}

export type AdmissionFacts = {
  readonly onList: boolean
  readonly conditions: readonly Condition[]
  readonly consentsMissing: readonly string[]
  readonly consentOriginalLate: boolean
  /** Settles what needs a decision; it can not stand in for a consent or an unmet condition. */
  readonly decision: StaffDecision | null
}

export type Admission =
  | { readonly flag: 'admitted' }
  | { readonly flag: 'needs_decision'; readonly reasons: readonly AdmissionReason[] }
  | { readonly flag: 'not_admitted'; readonly reasons: readonly AdmissionReason[] }

export function admissionOf(facts: AdmissionFacts): Admission {
  const reasons: AdmissionReason[] = []
  if (!facts.onList) reasons.push({ why: 'not_on_the_list' })
  for (const { met, code, ground } of facts.conditions)
    if (met !== true)
      reasons.push({ why: met === null ? 'condition_unknown' : 'condition_not_met', code, ground })
  for (const kind of facts.consentsMissing) reasons.push({ why: 'consent_missing', kind })
  if (reasons.length > 0) return { flag: 'not_admitted', reasons }
  if (!facts.consentOriginalLate) return { flag: 'admitted' }
  const open: readonly AdmissionReason[] = [{ why: 'consent_original_late' }]
  if (facts.decision === null || facts.decision.reason.trim() === '')
    return { flag: 'needs_decision', reasons: open }
  return facts.decision.admit ? { flag: 'admitted' } : { flag: 'not_admitted', reasons: open }
}

/** Nobody who is not admitted can authorise. */
export const mayAuthorise = (admission: Admission): boolean => admission.flag === 'admitted'
