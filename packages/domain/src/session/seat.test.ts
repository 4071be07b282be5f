import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { mayIdentify, refuseBegin, seatState } from './seat.ts'

const closesAt = instant('2026-06-08T09:00:00Z')
const now = instant('2026-06-08T08:00:00Z')
const waiting = { state: 'admitted', endCause: null, endReason: null, closesAt } as const
const came = { state: 'preparing', cameAt: now } as const

test('R4-2.14 nobody begins in a classroom before the proctor has looked at a document', () => {
  for (const [visit, seat, why] of [
    [null, 'expected', 'identity_undecided'],
    [came, 'came', 'identity_undecided'],
    [{ ...came, state: 'refused' }, 'refused', 'identity_refused'],
    [{ ...came, state: 'admitted' }, 'identified', null],
  ] as const) {
    expect(seatState(waiting, visit, now)).toBe(seat)
    expect(refuseBegin(seat)).toBe(why)
  }
  expect(
    ['expected', 'came', 'refused', 'identified', 'begun'].map((seat) => mayIdentify(seat as 'came')),
  ).toEqual([false, true, true, true, false])
})

test('R4-2.14 how an attempt in a classroom ended is read from who ended it', () => {
  const ended = { ...waiting, state: 'deauthorized' } as const
  expect(seatState({ ...ended, endCause: 'by_examinee' }, came, now)).toBe('handed_in')
  expect(seatState({ ...ended, endCause: 'auto', endReason: 'Телефон' }, came, now)).toBe('stopped')
  expect(seatState({ ...ended, endCause: 'auto' }, came, now)).toBe('over')
  expect(seatState(waiting, came, closesAt)).toBe('absent')
  const expired = { ...waiting, state: 'expired_not_started' } as const
  expect(seatState(expired, { ...came, state: 'refused' }, closesAt), 'who was refused did come').toBe(
    'refused',
  )
  expect(seatState(expired, came, closesAt)).toBe('absent')
})
