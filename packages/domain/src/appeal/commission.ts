// Who considers an appeal: nobody who watched, reviewed, examined or decided the same session.
export type Member = { readonly person: string; readonly role: 'chair' | 'member' | 'secretary' }

/** T-19: nobody decides alone, whatever the order says. */
export const NOBODY_ALONE = 2

export type Involved = {
  readonly person: string
  readonly as: 'proctor' | 'reviewer' | 'examiner' | 'decider' | 'examinee' | 'representative' | 'recused'
}

export type CommissionRefusal =
  | { readonly why: 'too_few' | 'no_chair' | 'two_chairs' | 'no_secretary' | 'twice' }
  | { readonly why: 'took_part'; readonly person: string; readonly as: Involved['as'] }

/** `least`: how many have a vote, by the order; the secretary has none. */
export function refuseCommission(
  members: readonly Member[],
  involved: readonly Involved[],
  least: number,
): readonly CommissionRefusal[] {
  const count = (role: Member['role']) => members.filter((member) => member.role === role).length
  const refusals: CommissionRefusal[] = []
  if (members.length - count('secretary') < Math.max(NOBODY_ALONE, least)) refusals.push({ why: 'too_few' })
  if (count('chair') === 0) refusals.push({ why: 'no_chair' })
  if (count('chair') > 1) refusals.push({ why: 'two_chairs' })
  if (count('secretary') === 0) refusals.push({ why: 'no_secretary' })
  if (new Set(members.map(({ person }) => person)).size < members.length) refusals.push({ why: 'twice' })
  for (const { person, as } of involved)
    if (members.some((member) => member.person === person)) refusals.push({ why: 'took_part', person, as })
  return refusals
}
