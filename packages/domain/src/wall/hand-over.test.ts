import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountId } from '../ids.ts'
import { instant } from '../time.ts'
import {
  answersFor,
  closeMatter,
  endOffer,
  offerSeat,
  openMatter,
  seatOf,
  type WatchedSeat,
} from './hand-over.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const at = (s: number) => t0.add({ seconds: s })
const people: readonly [AccountId, AccountId, AccountId] = [
  'acc_ivanov' as AccountId,
  'acc_petrova' as AccountId,
  'acc_sidorov' as AccountId,
]
const [ivanov, petrova, sidorov] = people
const must = (made: ReturnType<typeof offerSeat>): WatchedSeat => {
  if (!made.ok) throw new Error(made.why)
  return made.seat
}

test('the giver answers for the seat until the other has accepted it, and what is open goes along', () => {
  const busy = openMatter(seatOf(ivanov, t0), { kind: 'message', id: 'm1' })
  const offered = must(offerSeat(busy, ivanov, petrova, 'Конец смены', at(10)))
  expect(answersFor(offered)).toBe(ivanov)
  const later = openMatter(offered, { kind: 'alert', id: 'a1' })
  const moved = must(endOffer(later, petrova, 'accepted', at(15)))
  expect(answersFor(moved)).toBe(petrova)
  expect(moved.matters.map(({ id }) => id)).toEqual(['m1', 'a1'])
  expect(moved.handOvers).toMatchObject([
    { reason: 'Конец смены', ended: { matters: [{ id: 'm1' }, { id: 'a1' }] } },
  ])
})

test('TR-47 a seat is not given away without a reason, nor by or to somebody else', () => {
  const seat = seatOf(ivanov, t0)
  expect(offerSeat(seat, ivanov, petrova, ' ', at(1))).toEqual({ ok: false, why: 'no_reason' })
  expect(offerSeat(seat, petrova, sidorov, 'x', at(1))).toEqual({ ok: false, why: 'not_your_seat' })
  expect(offerSeat(seat, ivanov, ivanov, 'x', at(1))).toEqual({ ok: false, why: 'to_yourself' })
  const offered = must(offerSeat(seat, ivanov, petrova, 'x', at(1)))
  expect(offerSeat(offered, ivanov, sidorov, 'x', at(2))).toEqual({ ok: false, why: 'already_offered' })
  expect(endOffer(offered, sidorov, 'accepted', at(2))).toEqual({ ok: false, why: 'not_offered' })
  expect(endOffer(offered, petrova, 'withdrawn', at(2))).toEqual({ ok: false, why: 'not_offered' })
  expect(answersFor(must(endOffer(offered, petrova, 'declined', at(2))))).toBe(ivanov)
})

const step = fc.record({
  who: fc.constantFrom(...people),
  whom: fc.constantFrom(...people),
  do: fc.constantFrom('offer', 'accepted', 'declined', 'withdrawn', 'open', 'close'),
})

test('whatever is offered, taken and refused: the watches follow each other without a hole, no matter is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let seat = seatOf(ivanov, t0)
      const open = new Set<string>()
      steps.forEach((one, i) => {
        const now = at(i + 1)
        if (one.do === 'open') {
          seat = openMatter(seat, { kind: 'alert', id: `a${i}` })
          open.add(`a${i}`)
        } else if (one.do === 'close') {
          const [first] = open
          if (first === undefined) return
          seat = closeMatter(seat, first)
          open.delete(first)
        } else {
          const made =
            one.do === 'offer'
              ? offerSeat(seat, one.who, one.whom, 'Смена', now)
              : endOffer(seat, one.who, one.do, now)
          if (made.ok) seat = made.seat
        }
        expect(seat.matters.map(({ id }) => id)).toEqual([...open])
      })
      expect(seat.watches[0]?.from).toEqual(t0)
      const ends = seat.watches.map(({ until }) => until)
      expect(ends).toEqual([...seat.watches.slice(1).map(({ from }) => from), null])
    }),
  )
})
