import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { lettingHappen, reasonsOf } from './facts.ts'
import { commandsOf, decideMove, type Happened, type Party, replay, statesOf } from './machine.ts'
import { type AnyLifecycle, lives } from './samples.ts'

const now = instant('2026-05-01T00:00:00Z')

const parties: readonly Party[] = [
  'system',
  'examinee',
  'representative',
  'teacher',
  'proctor',
  'programme_manager',
  'methodist',
  'deputy_director',
  'director',
  'umu_head',
  'secretary',
  'commission',
  'office',
  'executor',
  'tech_responsible',
  'org_responsible',
  'auditor',
]

/** Every triple (state, command, party) under facts that let some row happen: legal exactly where a row says so, and leading where it says. */
function everyPair(life: AnyLifecycle, facts: unknown): void {
  for (const state of statesOf(life))
    for (const command of commandsOf(life)) {
      const rows = life.moves.filter((move) => move.on === command && move.from.includes(state))
      for (const by of parties) {
        const mine = rows.filter((row) => row.by.includes(by))
        if (mine.length === 0)
          expect(decideMove(life, state, command, by, facts, now)).toEqual({
            ok: false,
            why: rows.length === 0 ? 'not_now' : 'not_yours',
          })
        for (const row of mine)
          expect(decideMove(life, state, command, by, lettingHappen(row, facts), now)).toEqual({
            ok: true,
            event: { command, from: state, to: row.to, at: now, by, clause: row.clause },
          })
      }
    }
}

/** Bad facts never move anything, and the reason is one that has been announced. */
function everyRefusal(life: AnyLifecycle, facts: unknown): void {
  const given = new Set<string>()
  for (const row of life.moves) for (const why of reasonsOf(row, facts)) given.add(why)
  expect([...given].sort()).toEqual([...life.refusals].sort())
}

/** Random walks: the history replays to the same state, and a history with a hole is refused. */
function walks(life: AnyLifecycle, facts: unknown): void {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...commandsOf(life)), fc.constantFrom(...parties)), {
        maxLength: 60,
      }),
      (tries) => {
        const events: Happened<string, string>[] = []
        let state = life.first
        for (const [command, by] of tries) {
          const outcome = decideMove(life, state, command, by, facts, now)
          if (!outcome.ok) continue
          events.push(outcome.event)
          state = outcome.event.to
        }
        expect(replay(life, events)).toBe(state)
        const moved = events.findIndex((event) => event.from !== event.to)
        if (moved >= 0 && moved < events.length - 1)
          expect(() => replay(life, events.toSpliced(moved, 1))).toThrow()
      },
    ),
    { numRuns: 300 },
  )
}

for (const [life, facts] of lives) {
  const { id } = life
  test(`${id} T-16 every pair of state and command, by every party, is a row or is refused`, () =>
    everyPair(life, facts))
  test(`${id} every reason it announces is really given, and no other`, () => everyRefusal(life, facts))
  test(`${id} any history replays to the same state, and one with a hole is refused`, () =>
    walks(life, facts))
  test(`${id} every state can be reached`, () => {
    const { first, moves } = life
    const reached = new Set([first])
    for (let grew = true; grew; ) {
      const next = moves.filter((m) => m.from.some((s) => reached.has(s)) && !reached.has(m.to))
      for (const move of next) reached.add(move.to)
      grew = next.length > 0
    }
    expect([...reached].sort()).toEqual([...statesOf(life)].sort())
  })
}

test('there are twenty lifecycles, SM-1 to SM-20', () => {
  expect(lives.map(([{ id }]) => Number(id.slice(3))).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
})
