/** What a person does around one session; two of them may exclude each other. */
export type Part =
  | 'examinee'
  | 'representative'
  | 'assistant'
  | 'proctor'
  | 'reviewer'
  | 'teacher'
  | 'decider'
  | 'commission_member'
  | 'applicant'
  | 'resolver'
  | 'observer'

type Pair = readonly [Part, Part, string]

/** Who judges does not judge himself, his child, his own work or his own request. */
const excluded: readonly Pair[] = [
  ...(['proctor', 'reviewer', 'teacher', 'decider', 'commission_member', 'assistant'] as const).map(
    (part): Pair => ['examinee', part, 'own_exam'],
  ),
  ...(['proctor', 'reviewer', 'decider', 'commission_member'] as const).map(
    (part): Pair => ['representative', part, 'own_child'],
  ),
  ...(['proctor', 'reviewer', 'decider', 'commission_member'] as const).map(
    (part): Pair => ['assistant', part, 'helped_the_examinee'],
  ),
  ['proctor', 'decider', 'decides_own_observation'],
  ['reviewer', 'decider', 'decides_own_observation'],
  ['proctor', 'commission_member', 'judges_own_observation'],
  ['reviewer', 'commission_member', 'judges_own_observation'],
  ['decider', 'commission_member', 'judges_own_decision'],
  ['applicant', 'resolver', 'resolves_own_application'],
]

/** Why this person, already `parts` in this session, may not also be `next`; null when he may. */
export function excludes(parts: readonly Part[], next: Part): string | null {
  const found = excluded.find(
    ([a, b]) => (b === next && parts.includes(a)) || (a === next && parts.includes(b)),
  )
  return found?.[2] ?? null
}

export type Participant = { readonly person: string; readonly part: Part; readonly proctorCheckDone: boolean }

/** A session nobody watched or reviewed is not finalised: «под контролем специалиста - проктора» in every mode. */
export const mayFinalise = (participants: readonly Participant[], fullyAutomatic: boolean): boolean =>
  fullyAutomatic ||
  participants.some(
    ({ part, proctorCheckDone }) => (part === 'proctor' || part === 'reviewer') && proctorCheckDone,
  )
