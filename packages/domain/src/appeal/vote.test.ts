import { expect, test } from 'vitest'
import type { Member } from './commission.ts'
import { hasVote, namedAway, refuseAgainst, tally, votesAfter, votingUnset } from './vote.ts'

const commission: readonly Member[] = [
  { person: 'chair', role: 'chair' },
  { person: 'first', role: 'member' },
  { person: 'second', role: 'member' },
  { person: 'third', role: 'member' },
  { person: 'secretary', role: 'secretary' },
]
const votes = (said: Readonly<Record<string, boolean>>) =>
  Object.entries(said).map(([person, satisfied]) => ({ person, satisfied }))
const all = { chair: true, first: true, second: false, third: true }

test('T-19 everybody with a vote gives it, and the secretary has none', () => {
  expect(hasVote(commission, 'first')).toBe(true)
  expect(hasVote(commission, 'secretary')).toBe(false)
  expect(hasVote(commission, 'somebody')).toBe(false)
  expect(tally(commission, votes({ ...all, secretary: false, somebody: false }), votingUnset)).toEqual({
    voters: 4,
    quorum: 4,
    satisfy: 3,
    dismiss: 1,
    outcome: 'satisfied',
  })
})

test('T-19 without the quorum there is no decision; unsaid, all of them vote', () => {
  const three = votes({ chair: false, first: false, second: true })
  expect(tally(commission, three, votingUnset).outcome).toBe('no_quorum')
  expect(tally(commission, three, { quorum: 3, chairBreaksTie: false }).outcome).toBe('dismissed')
  expect(tally(commission, three, { quorum: 9, chairBreaksTie: false }).outcome).toBe('no_quorum')
})

test('T-19 nobody decides alone, whatever quorum the order names and however few sit', () => {
  const [chair, , , , secretary] = commission as [Member, Member, Member, Member, Member]
  const alone = tally([chair, secretary], votes({ chair: true }), { quorum: 1, chairBreaksTie: true })
  expect([alone.quorum, alone.outcome]).toEqual([2, 'no_quorum'])
  expect(tally(commission, votes({ chair: true }), { quorum: 1, chairBreaksTie: true }).outcome).toBe(
    'no_quorum',
  )
})

test('T-19 the voice of the chair settles a tie only where the order says so', () => {
  const even = votes({ chair: false, first: true, second: true, third: false })
  expect(tally(commission, even, votingUnset).outcome).toBe('tied')
  expect(tally(commission, even, { quorum: null, chairBreaksTie: true }).outcome).toBe('dismissed')
  const without = votes({ first: true, second: false })
  expect(tally(commission, without, { quorum: 2, chairBreaksTie: true }).outcome).toBe('tied')
})

test('T-19 a verdict is what most of them said', () => {
  const said = tally(commission, votes(all), votingUnset)
  expect(refuseAgainst(said, true)).toBeNull()
  expect(refuseAgainst(said, false)).toBe('against_majority')
  expect(refuseAgainst({ ...said, outcome: 'dismissed' }, true)).toBe('against_majority')
  expect(refuseAgainst({ ...said, outcome: 'dismissed' }, false)).toBeNull()
  for (const satisfied of [true, false]) {
    expect(refuseAgainst({ ...said, outcome: 'tied' }, satisfied)).toBe('votes_tied')
    expect(refuseAgainst({ ...said, outcome: 'no_quorum' }, satisfied)).toBe('votes_missing')
  }
})

test('T-19 votes stand while the same people vote under the same chair, and who has voted keeps the seat', () => {
  const said = votes({ chair: true, first: false })
  const without = (gone: string) => commission.filter(({ person }) => person !== gone)
  expect(votesAfter(commission, without('secretary'), said)).toEqual(said)
  expect(votesAfter(commission, without('third'), said)).toEqual([])
  expect(votesAfter(commission, [...commission, { person: 'fourth', role: 'member' }], said)).toEqual([])
  const swapped = commission.map((member) =>
    member.person === 'chair'
      ? { ...member, role: 'member' as const }
      : member.person === 'third'
        ? { ...member, role: 'chair' as const }
        : member,
  )
  expect(votesAfter(commission, swapped, said), 'another chair').toEqual([])
  expect(namedAway(commission, swapped, said)).toEqual(['chair'])
  expect(namedAway(commission, without('first'), said)).toEqual(['first'])
  expect(namedAway(commission, without('third'), said)).toEqual([])
})
