// Who leaves a commission: by declaring a conflict, or because the family asked for it with a reason and whoever names the commission agreed (T-19).
import type { Member } from './commission.ts'

export type Recusal = {
  readonly person: string
  readonly by: 'member' | 'family'
  readonly state: 'asked' | 'granted' | 'declined'
}

/** One who has left comes back no more; nobody answers for the family but once. */
export const recused = (recusals: readonly Recusal[]): readonly string[] => [
  ...new Set(recusals.filter(({ state }) => state === 'granted').map(({ person }) => person)),
]

/** Until these are answered nobody votes and nothing is decided. */
export const unanswered = (recusals: readonly Recusal[]): boolean =>
  recusals.some(({ state }) => state === 'asked')

export type AskRefusal = 'not_seated' | 'asked_before'

/** The secretary may be asked away too: they write the minutes. */
export function refuseAsking(
  commission: readonly Member[],
  recusals: readonly Recusal[],
  person: string,
): AskRefusal | null {
  if (!commission.some((member) => member.person === person)) return 'not_seated'
  return recusals.some((one) => one.person === person && one.by === 'family') ? 'asked_before' : null
}

/** Nobody judges the request against themselves. */
export const mayAnswer = (recusal: Recusal, answering: string): boolean =>
  recusal.state === 'asked' && recusal.person !== answering
