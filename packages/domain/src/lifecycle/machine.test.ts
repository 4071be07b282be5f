import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../time.ts'
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

/** Every triple (state, command, party) of a lifecycle: legal exactly where a row says so. */
function everyPair(life: AnyLifecycle, facts: unknown): void {
  for (const state of statesOf(life))
    for (const command of commandsOf(life))
      for (const by of parties) {
        const rows = life.moves.filter((move) => move.on === command && move.from.includes(state))
        const outcome = decideMove(life, state, command, by, facts, now)
        if (rows.length === 0) expect(outcome).toEqual({ ok: false, why: 'not_now' })
        else if (!rows.some((row) => row.by.includes(by)))
          expect(outcome).toEqual({ ok: false, why: 'not_yours' })
        else if (outcome.ok) expect(rows.map((row) => row.to)).toContain(outcome.event.to)
      }
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
