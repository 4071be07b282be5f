import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SessionId } from '../ids.ts'
import { instant } from '../time.ts'
import { byNeglect, nextToEnlarge, type Seat } from './rotation.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const at = (s: number) => t0.add({ seconds: s })
const seat = (name: string, seated: number, seen: number | null): Seat => ({
  session: `ses_${name}` as SessionId,
  seatedAt: at(seated),
  lastEnlargedAt: seen === null ? null : at(seen),
})

test('the longest unwatched is first; who was never looked at waits since being seated', () => {
  const seats = [seat('seen', 0, 50), seat('new', 40, null), seat('forgotten', 0, 10)]
  expect(byNeglect(seats).map(({ session }) => session)).toEqual(['ses_forgotten', 'ses_new', 'ses_seen'])
  expect(nextToEnlarge([])).toBeNull()
})

/** A turn: somebody may sit down, somebody may leave, the proctor may choose somebody first; then the wall turns by itself. */
const turn = fc.record({
  arrives: fc.boolean(),
  leaves: fc.option(fc.nat(29), { freq: 6 }),
  chosenByHand: fc.option(fc.nat(29), { freq: 3 }),
})

test('nobody is starved: while one waits, no other seat is turned to twice, whoever comes, goes or is chosen by hand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.array(turn, { maxLength: 150 }), (size, turns) => {
      let seats: Seat[] = Array.from({ length: size }, (_, i) => seat(`first${i}`, 0, null))
      const turnedSince = new Map<SessionId, Set<SessionId>>(seats.map(({ session }) => [session, new Set()]))
      const watch = (session: SessionId, when: number) => {
        seats = seats.map((one) => (one.session === session ? { ...one, lastEnlargedAt: at(when) } : one))
      }
      turns.forEach(({ arrives, leaves, chosenByHand }, i) => {
        const now = 3 * i + 1
        if (arrives && seats.length < 30) {
          const newcomer = seat(`late${i}`, now, null)
          seats = [...seats, newcomer]
          turnedSince.set(newcomer.session, new Set())
        }
        if (leaves !== null) seats = seats.filter((_, place) => place !== leaves)
        const chosen = chosenByHand === null ? undefined : seats[chosenByHand]
        if (chosen) {
          watch(chosen.session, now + 1)
          turnedSince.set(chosen.session, new Set())
        }
        const next = nextToEnlarge(seats)
        if (next === null) return
        for (const { session } of seats) {
          if (session === next) continue
          const others = turnedSince.get(session) as Set<SessionId>
          expect(others.has(next), `${next} twice while ${session} waits`).toBe(false)
          others.add(next)
        }
        turnedSince.set(next, new Set())
        watch(next, now + 2)
      })
    }),
    { numRuns: 200 },
  )
})
