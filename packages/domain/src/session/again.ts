// Who may sit again, and which of the sessions a person has in one exam counts.
import type { Session } from './session.ts'

type Ended = Pick<Session, 'id' | 'examinee' | 'state' | 'closesAt' | 'deauthorizedAt'>

export const hasBegun = ({ state, authorizedAt }: Pick<Session, 'state' | 'authorizedAt'>): boolean =>
  authorizedAt !== null || !['admitted', 'expired_not_started'].includes(state)

export const isOver = ({ state, deauthorizedAt }: Pick<Session, 'state' | 'deauthorizedAt'>): boolean =>
  deauthorizedAt !== null || state === 'expired_not_started'

const endOf = ({ state, deauthorizedAt, closesAt }: Ended): number =>
  state === 'expired_not_started'
    ? closesAt.epochMilliseconds
    : (deauthorizedAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY)

/** Without those who have a later session among `all`: who did not come in time was given another one. */
export const latestOnly = <One extends Ended>(some: readonly One[], all: readonly Ended[]): readonly One[] =>
  some.filter(
    (one) =>
      !all.some(
        (other) => other.id !== one.id && other.examinee === one.examinee && endOf(other) > endOf(one),
      ),
  )
