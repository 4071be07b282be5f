// 003 6.3.2, 004 8.2.2: whoever was recorded at the first sign-in to proctoring owns the account.
import type { Instant } from '../time.ts'

export type Reference = {
  readonly document: string
  readonly image: string
  readonly takenAt: Instant
  readonly statementAcceptedAt: Instant
}

export type Enrolment = {
  readonly document: string | null
  readonly image: string | null
  readonly statementAccepted: boolean
}

export type Bound =
  | { readonly ok: true; readonly reference: Reference }
  | { readonly ok: false; readonly why: 'already_bound' | 'no_document' | 'no_image' | 'not_accepted' }

/** Once, at the first sign-in; everything together or nothing. */
export function bindOwner(
  present: Reference | null,
  { document, image, statementAccepted }: Enrolment,
  now: Instant,
): Bound {
  if (present) return { ok: false, why: 'already_bound' }
  if (document === null) return { ok: false, why: 'no_document' }
  if (image === null) return { ok: false, why: 'no_image' }
  if (!statementAccepted) return { ok: false, why: 'not_accepted' }
  return { ok: true, reference: { document, image, takenAt: now, statementAcceptedAt: now } }
}

export type Rebinding =
  | { readonly ok: true; readonly reference: null }
  | { readonly ok: false; readonly why: 'not_yours' | 'no_ground' }

/** Only an administrator with a ground lets an account be bound anew. */
export const unbind = (by: 'admin' | 'examinee' | 'proctor' | 'teacher', ground: string): Rebinding =>
  by !== 'admin'
    ? { ok: false, why: 'not_yours' }
    : ground.trim() === ''
      ? { ok: false, why: 'no_ground' }
      : { ok: true, reference: null }

export type IdentitySteps = { readonly documentPerExam: boolean; readonly ownerBinding: boolean }

export type IdentityStep = 'bind_owner' | 'show_document' | 'compare_with_reference'

/** The reference is compared with besides the document of the day, not instead of it (TR-51); 001 has neither (TR-52). */
export function identitySteps(
  { documentPerExam, ownerBinding }: IdentitySteps,
  reference: Reference | null,
): readonly IdentityStep[] {
  const steps: IdentityStep[] = []
  if (ownerBinding && reference === null) steps.push('bind_owner')
  if (documentPerExam) steps.push('show_document')
  if (ownerBinding && reference !== null) steps.push('compare_with_reference')
  return steps
}
