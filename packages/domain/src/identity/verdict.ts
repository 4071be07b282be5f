// What the proctor says of a person at the door. A machine admits nobody here and turns nobody away (TR-17).
import type { ViolationCode } from '../incident/catalogue.ts'
import { type EffectivePolicy, isSaid, names } from '../policy/effective.ts'
import { type Identifier, identifiedBy, mayAskRoom, placeSteps, type Step, type StepId } from './steps.ts'

/**
 * What the proctor has looked at, one by one. `who` is the identification and the rest the verification: two acts, both
 * recorded (003 2.6); face, appearance and sex are the features of 004.
 */
export const checkIds = [
  'who',
  'original',
  'readable',
  'name_matches',
  'photo_matches',
  'name_heard',
  'face',
  'appearance',
  'sex',
  'reference',
  'background',
  'headphones_off',
] as const
export type CheckId = (typeof checkIds)[number]

export function checklist(policy: EffectivePolicy, steps: readonly Step[], reference: boolean) {
  const shown = (id: StepId) => steps.some((step) => step.id === id)
  const wanted: Record<CheckId, boolean> = {
    // Under 001 the login said it (TR-52).
    who: identifiedBy(policy, 'sync') === 'proctor',
    original: shown('document') && isSaid(policy, 'identity.original_required', true),
    readable: shown('document'),
    name_matches: shown('document'),
    photo_matches: shown('document'),
    name_heard: shown('name'),
    face: names(policy, 'identity.features_compared', 'face'),
    appearance: names(policy, 'identity.features_compared', 'appearance'),
    sex: names(policy, 'identity.features_compared', 'sex'),
    // The reference is compared besides the document of the day, not in its place (TR-51).
    reference: reference && isSaid(policy, 'consent.account_owner_binding', 'required'),
    background: shown('behind'),
    headphones_off: shown('headphones'),
  }
  return checkIds.filter((id) => wanted[id])
}

/** The four grounds of 003 6.3 and 004 8.2; `not_recognised` where an act has a person compare, but names no document. */
export const failureCodes = [
  'identity_document_missing',
  'identity_document_unreadable',
  'identity_document_other_person',
  'identity_document_data_mismatch',
  'not_recognised',
] as const
export type FailureCode = (typeof failureCodes)[number]

export const failuresOf = (steps: readonly Step[]): readonly FailureCode[] =>
  steps.some(({ id }) => id === 'document')
    ? failureCodes.filter((code) => code !== 'not_recognised')
    : ['not_recognised']

/** The violation a failed identification is, where the act calls it one (003 6.3, 004 8.2); null under 001 and 000. */
export const violationOf = (policy: EffectivePolicy, why: FailureCode): ViolationCode | null =>
  why !== 'not_recognised' && isSaid(policy, 'identity.failure_is_violation', true) ? why : null

/** What a proctor may ask to be shown once more, or besides. */
export const askable = (policy: EffectivePolicy, steps: readonly Step[]): readonly StepId[] => [
  ...steps.filter(({ kind }) => kind === 'picture' || kind === 'sound').map(({ id }) => id),
  ...(mayAskRoom(policy)
    ? (['room', 'desk'] as const).filter((id) => !steps.some((step) => step.id === id))
    : []),
]

export type Verdict =
  | { readonly is: 'admitted'; readonly checks: readonly CheckId[] }
  | { readonly is: 'again'; readonly steps: readonly StepId[]; readonly reason: string }
  | { readonly is: 'refused'; readonly why: FailureCode; readonly reason: string }

export type VerdictRefusal =
  | 'person_identifies'
  | 'checks_open'
  | 'nothing_asked'
  | 'not_of_this_act'
  | 'no_reason'

/** Null: the verdict may stand. */
export function refuseVerdict(
  policy: EffectivePolicy,
  steps: readonly Step[],
  verdict: Verdict,
  { by, reference }: { readonly by: Identifier | 'machine'; readonly reference: boolean },
): VerdictRefusal | null {
  // Where the login identifies, a person confirms the place and says nothing of who it is.
  const placeOnly =
    by === 'system' &&
    identifiedBy(policy, 'sync') === 'system' &&
    verdict.is === 'admitted' &&
    placeSteps(steps).length > 0
  if (by !== 'proctor' && by !== 'review' && !placeOnly) return 'person_identifies'
  if (verdict.is === 'admitted')
    return checklist(policy, steps, reference).every((id) => verdict.checks.includes(id))
      ? null
      : 'checks_open'
  if (verdict.reason.trim() === '') return 'no_reason'
  if (verdict.is === 'refused') return failuresOf(steps).includes(verdict.why) ? null : 'not_of_this_act'
  if (verdict.steps.length === 0) return 'nothing_asked'
  const may = askable(policy, steps)
  return verdict.steps.every((id) => may.includes(id)) ? null : 'not_of_this_act'
}
