// How a commission comes to its decision: everybody with a vote gives it by name, and what is written down is what most of them said.
import { type Member, NOBODY_ALONE } from './commission.ts'

export type Vote = { readonly person: string; readonly satisfied: boolean }

/** The institution's own: how many votes make a decision (null: all of them), and whether the chair settles a tie. */
export type Voting = { readonly quorum: number | null; readonly chairBreaksTie: boolean }

/** Before the institution said otherwise. */
export const votingUnset: Voting = { quorum: null, chairBreaksTie: false }

export type Tally = {
  readonly voters: number
  readonly quorum: number
  readonly satisfy: number
  readonly dismiss: number
  readonly outcome: 'satisfied' | 'dismissed' | 'tied' | 'no_quorum'
}

export const hasVote = (commission: readonly Member[], person: string): boolean =>
  commission.some((member) => member.person === person && member.role !== 'secretary')

const seatsWithVote = (commission: readonly Member[]): readonly string[] =>
  commission.flatMap(({ person, role }) => (role === 'secretary' ? [] : [`${person} ${role}`])).toSorted()

/** Where other people vote, or another one chairs, than when a vote was given, all of them vote anew. */
export function votesAfter<Given extends Vote>(
  before: readonly Member[],
  after: readonly Member[],
  votes: readonly Given[],
): readonly Given[] {
  const [was, is] = [seatsWithVote(before), seatsWithVote(after)]
  return was.length === is.length && was.every((seat, i) => seat === is[i]) ? votes : []
}

/** Who has voted keeps the seat: they leave it by their own word or by a recusal, and nobody names them away. */
export const namedAway = <Person extends string>(
  before: readonly (Member & { readonly person: Person })[],
  after: readonly Member[],
  votes: readonly Vote[],
): readonly Person[] =>
  before.flatMap(({ person, role }) =>
    hasVote(before, person) &&
    votes.some((vote) => vote.person === person) &&
    !after.some((member) => member.person === person && member.role === role)
      ? [person]
      : [],
  )

/** The vote of one who has left the commission, or who became its secretary, counts no more. */
export function tally(
  commission: readonly Member[],
  votes: readonly Vote[],
  { quorum: asked, chairBreaksTie }: Voting,
): Tally {
  const voters = commission.filter(({ role }) => role !== 'secretary')
  const counted = votes.filter(({ person }) => hasVote(commission, person))
  const satisfy = counted.filter(({ satisfied }) => satisfied).length
  const dismiss = counted.length - satisfy
  const quorum = Math.max(NOBODY_ALONE, Math.min(asked ?? voters.length, voters.length))
  const numbers = { voters: voters.length, quorum, satisfy, dismiss }
  if (counted.length < quorum) return { ...numbers, outcome: 'no_quorum' }
  if (satisfy !== dismiss) return { ...numbers, outcome: satisfy > dismiss ? 'satisfied' : 'dismissed' }
  const chair = voters.find(({ role }) => role === 'chair')
  const last = chairBreaksTie ? counted.find(({ person }) => person === chair?.person) : undefined
  return { ...numbers, outcome: last ? (last.satisfied ? 'satisfied' : 'dismissed') : 'tied' }
}

export type AgainstVotes = 'votes_missing' | 'votes_tied' | 'against_majority'

/** A verdict says what most of them said. */
export function refuseAgainst({ outcome }: Tally, satisfied: boolean): AgainstVotes | null {
  if (outcome === 'no_quorum') return 'votes_missing'
  if (outcome === 'tied') return 'votes_tied'
  return (outcome === 'satisfied') === satisfied ? null : 'against_majority'
}
