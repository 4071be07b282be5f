// What holds of the tables whatever the facts are: who alone can get how far.
import { expect, test } from 'vitest'
import type { Party } from './machine.ts'
import { type AnyLifecycle, lives } from './samples.ts'

/** Every state that these parties reach from here, with every guard saying yes. */
function reach(life: AnyLifecycle, from: string, may: (by: Party) => boolean): readonly string[] {
  const reached = new Set([from])
  for (let grew = true; grew; ) {
    const next = life.moves.filter(
      (move) => move.by.some(may) && move.from.some((state) => reached.has(state)) && !reached.has(move.to),
    )
    for (const move of next) reached.add(move.to)
    grew = next.length > 0
  }
  return [...reached].sort()
}

const only = (party: Party) => (by: Party) => by === party
const but = (party: Party) => (by: Party) => by !== party
const life = (id: string): AnyLifecycle => {
  const found = lives.find(([each]) => each.id === id)
  if (!found) throw new Error(id)
  return found[0]
}

/** How far the machine gets by itself from the beginning, every guard saying yes. */
for (const [id, alone] of [
  ['SM-1', ['draft']],
  ['SM-2', ['admitted', 'created', 'expired_not_started', 'not_admitted']],
  ['SM-3', ['detected', 'none']],
  ['SM-5', ['pending', 'recommended']],
  ['SM-6', ['draft']],
  ['SM-7', ['form_generated', 'informed', 'none']],
  ['SM-8', ['proposed']],
  ['SM-10', ['submitted']],
  ['SM-13', ['draft']],
  ['SM-14', ['candidate']],
  ['SM-15', ['draft']],
  ['SM-16', ['draft']],
  ['SM-17', ['in_protocol', 'closed', 'long', 'none', 'resolved', 'timing']],
  ['SM-18', ['due', 'finalised', 'recording', 'stored']],
  ['SM-20', ['active', 'expired', 'requested', 'used']],
] as const)
  test(`${id} T-17 the machine alone gets no further than ${alone.join(', ')}`, () =>
    expect(reach(life(id), life(id).first, only('system'))).toEqual([...alone].sort()))

test('P-20 SM-5 T-17 from no state of a decision does the machine reach another result', () => {
  const results = ['decided', 'changed', 'upheld', 'published', 'pending']
  for (const state of ['pending', 'recommended', 'published', 'under_appeal', 'upheld', 'final'])
    for (const result of results)
      if (result !== state)
        expect([state, reach(life('SM-5'), state, only('system')).includes(result)]).toEqual([state, false])
})

test('SM-5 the proctor recommends and never decides', () => {
  expect(reach(life('SM-5'), 'pending', only('proctor'))).toEqual(['pending', 'recommended'])
})

test('SM-3 no mark is taken off without the commission', () => {
  expect(reach(life('SM-3'), 'none', but('commission'))).not.toContain('annulled_on_appeal')
})

test('SM-18 nothing is destroyed without the auditor, whatever the clock says', () => {
  expect(reach(life('SM-18'), 'recording', but('auditor'))).not.toContain('destroyed')
})

test('SM-2 nobody gets into the exam without the examinee, and nobody but the proctor stops it', () => {
  expect(reach(life('SM-2'), 'created', but('examinee'))).not.toContain('authorized')
  expect(reach(life('SM-2'), 'created', but('proctor'))).not.toContain('stopped_by_proctor')
})

test('SM-7 a consent begins and ends with people: the machine gives none and withdraws none', () => {
  expect(reach(life('SM-7'), 'none', only('system'))).not.toContain('active')
  expect(reach(life('SM-7'), 'active', only('system'))).not.toContain('withdrawn')
})

for (const [id, ends] of [
  ['SM-1', ['archived', 'cancelled']],
  ['SM-2', ['deauthorized', 'expired_not_started', 'not_admitted', 'void']],
  ['SM-3', ['annulled_on_appeal', 'covered_by_accommodation', 'dismissed']],
  ['SM-6', ['closed']],
  ['SM-18', ['destroyed']],
] as const)
  test(`${id} T-16 ${ends.join(', ')} are ends: nothing leads out, everything else goes on`, () => {
    const { moves } = life(id)
    const states = new Set(moves.flatMap((move) => [...move.from, move.to]))
    const dead = [...states].filter((state) => !moves.some((move) => move.from.includes(state)))
    expect(dead.sort()).toEqual([...ends])
  })
