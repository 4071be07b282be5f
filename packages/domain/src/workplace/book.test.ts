import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { mayBeginAt, mostAtOnce, refuseBooking, seatOf, type Stay, stayOf } from './book.ts'

const day = (hours: string) => instant(`2026-06-01T${hours}:00Z`)
const stay = (from: string, until: string): Stay => ({ from: day(from), until: day(until) })
// Moscow is three hours ahead.
const place = { seats: 2, opens: '09:00', closes: '18:00', active: true }
const around = { zone: 'Europe/Moscow', now: day('05:00') }
const refuse = (own: Stay, taken: readonly Stay[] = [], change: Partial<typeof place> = {}) =>
  refuseBooking({ ...place, ...change }, own, taken, around)

test('a stay lasts from the start window to the end of the last attempt begun in it', () =>
  expect(stayOf({ opensAt: day('07:00'), closesAt: day('08:00'), lengthMinutes: 90 })).toEqual(
    stay('07:00', '09:30'),
  ))

test('R4-6.3.5b an exam that may be begun on any day of a week is booked for the hour chosen in it', () => {
  const exam = { opensAt: day('00:00'), closesAt: instant('2026-06-08T00:00:00Z'), lengthMinutes: 90 }
  expect(refuse(stayOf(exam))).toBe('workplace_shut')
  const own = seatOf(instant('2026-06-03T07:00:00Z'), 90 + 45)
  expect(own.until.toString()).toBe('2026-06-03T09:15:00Z')
  expect(refuse(own)).toBeNull()
  const begins = (at: string) => mayBeginAt(instant(at), exam)
  expect([begins('2026-06-01T00:00:00Z'), begins('2026-06-08T00:00:00Z')]).toEqual([true, true])
  expect([begins('2026-05-31T23:59:00Z'), begins('2026-06-08T00:01:00Z')]).toEqual([false, false])
})

test('R3-4.2.5.2 R4-6.3.5b the third person at two seats is refused; who leaves makes room', () => {
  const own = stay('07:00', '09:00')
  const two = [stay('06:30', '08:00'), stay('07:30', '10:00')]
  expect(refuse(own, two.slice(0, 1))).toBeNull()
  expect(refuse(own, two)).toBe('workplace_full')
  expect(refuse(own, [stay('06:00', '07:00'), stay('06:00', '07:00'), stay('09:00', '11:00')])).toBeNull()
  // Two come one after the other: never more than one of them is there.
  expect(mostAtOnce(own, [stay('06:30', '07:30'), stay('07:30', '08:30')])).toBe(1)
})

for (const [name, own, change, expected] of [
  ['the first minute of the day', stay('06:00', '08:00'), {}, null],
  ['a minute before it', stay('05:59', '08:00'), {}, 'workplace_shut'],
  ['the last minute', stay('13:00', '15:00'), {}, null],
  ['beyond it', stay('13:00', '15:01'), {}, 'workplace_shut'],
  ['over midnight', stay('20:00', '22:30'), { closes: '24:00' }, 'workplace_shut'],
  [
    'over midnight where it is open round the clock',
    stay('20:00', '22:30'),
    { opens: '00:00', closes: '24:00' },
    null,
  ],
  ['a place that was given up', stay('07:00', '08:00'), { active: false }, 'workplace_shut'],
  ['what is over', stay('03:00', '05:00'), { opens: '00:00' }, 'too_late'],
] as const)
  test(`R3-4.2.5.2 hours of a workplace: ${name}: ${expected ?? 'may be booked'}`, () =>
    expect(refuse(own, [], change)).toBe(expected))
