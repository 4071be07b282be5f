import { expect, test } from 'vitest'
import type { AccountId, SessionId } from '../ids.ts'
import { instant } from '../time.ts'
import { comeToDoor, type Door, giveBack, leaveDoor, placeAtDoor, takeNext } from './door.ts'
import { under } from './samples.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const ses = (n: number) => `ses_${n}` as SessionId
const [ivanov, petrova] = ['acc_ivanov' as AccountId, 'acc_petrova' as AccountId]
const came = (...order: number[]): Door =>
  order.reduce<Door>((door, n, i) => comeToDoor(door, ses(n), t0.add({ seconds: i })), [])

test('first come is first let in, each by one proctor only', () => {
  const first = takeNext(came(3, 1, 2), ivanov, 0, under('004'))
  if (!first.ok) throw new Error(first.why)
  expect(first.session).toBe(ses(3))
  expect(takeNext(first.door, petrova, 0, under('004'))).toMatchObject({ session: ses(1) })
  expect([3, 1, 2].map((n) => placeAtDoor(first.door, ses(n)))).toEqual([null, 1, 2])
})

test('a page that is loaded again keeps its place; a proctor who is gone gives back to the old place', () => {
  const door = comeToDoor(came(1, 2), ses(1), t0.add({ hours: 1 }))
  expect(placeAtDoor(door, ses(1))).toBe(1)
  expect(door).toHaveLength(2)
  const taken = takeNext(door, ivanov, 0, under('004'))
  if (!taken.ok) throw new Error(taken.why)
  const back = giveBack(taken.door, ivanov)
  expect([1, 2].map((n) => placeAtDoor(back, ses(n)))).toEqual([1, 2])
})

test('a proctor who watches six, some of them at the door, takes no seventh; a number nobody set lets nobody in', () => {
  const taken = takeNext(came(1, 2), ivanov, 5, under('004'))
  if (!taken.ok) throw new Error(taken.why)
  expect(takeNext(taken.door, ivanov, 5, under('004'))).toEqual({ ok: false, why: 'hands_full' })
  expect(takeNext(came(1), ivanov, 0, under('001'))).toEqual({ ok: false, why: 'limit_not_set' })
  expect(takeNext([], ivanov, 0, under('004'))).toEqual({ ok: false, why: 'nobody_waits' })
})

test('only who took an examinee lets them through', () => {
  const taken = takeNext(came(1), ivanov, 0, under('004'))
  if (!taken.ok) throw new Error(taken.why)
  expect(leaveDoor(taken.door, ses(1), petrova)).toEqual({ ok: false, why: 'not_taken_by_you' })
  expect(leaveDoor(taken.door, ses(1), ivanov)).toEqual({ ok: true, door: [] })
})
