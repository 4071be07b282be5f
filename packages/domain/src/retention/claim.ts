// P-15, P-16: a recording somebody disputes is left as it is until a person of the institution has decided, in writing.

/** Two parents who want different things; somebody else whom the camera or the microphone caught. */
export const claimKinds = ['parents_disagree', 'third_person'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const claimOutcomes = ['stands', 'stopped', 'copy_blurred', 'copy_trimmed', 'refused'] as const
export type ClaimOutcome = (typeof claimOutcomes)[number]

/** How each may end; the original is never given to whoever asked, nor destroyed by this decision. */
export const outcomesOf = {
  parents_disagree: ['stands', 'stopped'],
  third_person: ['copy_blurred', 'copy_trimmed', 'refused'],
} as const satisfies Readonly<Record<ClaimKind, readonly ClaimOutcome[]>>

/** While parents disagree nobody looks at it either. */
export const closes = (about: ClaimKind | null, asked: boolean): boolean =>
  about === 'parents_disagree' || asked

export function refuseClaimEnd(
  about: ClaimKind,
  { outcome, words }: { readonly outcome: ClaimOutcome; readonly words: string },
): 'wrong_outcome' | 'no_reason' | null {
  if (!(outcomesOf[about] as readonly ClaimOutcome[]).includes(outcome)) return 'wrong_outcome'
  return words.trim() === '' ? 'no_reason' : null
}
