// An annulling verdict stands on two named people: the chair who wrote it and a member with a vote who agrees (T-17).
import { isAfter, type Instant } from '../time.ts'
import type { Member } from './commission.ts'

export type SecondRefusal = 'not_yours' | 'other_second_person'

/** The secretary has no vote, and nobody agrees with oneself. */
export function refuseSecond(
  commission: readonly Member[],
  proposedBy: string,
  person: string,
): SecondRefusal | null {
  const seat = commission.find((member) => member.person === person)
  if (!seat || seat.role === 'secretary') return 'not_yours'
  return person === proposedBy ? 'other_second_person' : null
}

/** Whom the verdict is proposed to. */
export const secondsOf = <Person extends string>(
  commission: readonly (Member & { readonly person: Person })[],
  proposedBy: string,
): readonly Person[] =>
  commission.flatMap(({ person }) => (refuseSecond(commission, proposedBy, person) === null ? [person] : []))

/** The term of consideration binds the second voice too; after it the verdict is late, and still needs it. */
export const secondIsLate = (considerUntil: Instant | null, now: Instant): boolean =>
  considerUntil !== null && isAfter(now, considerUntil)
