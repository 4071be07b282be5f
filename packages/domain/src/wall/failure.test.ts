import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { findFault, givenBackMs, opensAfter, type Outage } from './failure.ts'
import { under } from './samples.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const MIN = 60_000
const at = (ms: number) => t0.add({ milliseconds: ms })
const out = (from: number, until: number | null, fault: Outage['fault'] = 'network'): Outage => ({
  from: at(from),
  until: until === null ? null : at(until),
  fault,
  foundBy: fault === 'unknown' ? null : 'Иванова И. И.',
})

test('TR-20 R4-5.12a fifteen minutes exactly let the exam be postponed, a millisecond less does not', () => {
  const postpone = (ms: number) => opensAfter(out(0, ms), true, under('004'), at(0)).postpone
  expect([postpone(15 * MIN - 1), postpone(15 * MIN)]).toEqual([false, true])
  expect(opensAfter(out(0, null), true, under('004'), at(15 * MIN)).postpone).toBe(true)
})

test('TR-20 a retake is open by itself: after any length, if the exam could not go on', () => {
  expect(opensAfter(out(0, MIN), false, under('004'), at(0))).toEqual({ postpone: false, retake: true })
  expect(opensAfter(out(0, 20 * MIN), true, under('004'), at(0))).toEqual({ postpone: true, retake: false })
})

test('an act without a term lets nobody postpone because of minutes', () => {
  expect(opensAfter(out(0, 600 * MIN), true, under('000'), at(0)).postpone).toBe(false)
})

test('TR-20 whose fault it was is said by a person, with a reason', () => {
  const unknown = out(0, MIN, 'unknown')
  expect(findFault(unknown, 'examinee', { person: null, reason: 'x' })).toEqual({
    ok: false,
    why: 'only_a_person',
  })
  expect(findFault(unknown, 'examinee', { person: 'Иванова', reason: ' ' })).toEqual({
    ok: false,
    why: 'no_reason',
  })
  expect(findFault(unknown, 'network', { person: 'Иванова', reason: 'Авария у оператора' })).toMatchObject({
    outage: { fault: 'network', foundBy: 'Иванова' },
  })
})

test('the time of a failure is given back as it passes, within what the institution says', () => {
  const all = { atMostMinutes: null, forFaults: ['network', 'unknown', 'institution', 'provider'] } as const
  expect(givenBackMs([out(0, 2 * MIN), out(5 * MIN, null)], all, at(6 * MIN))).toBe(3 * MIN)
  expect(givenBackMs([out(0, 4 * MIN), out(MIN, 3 * MIN)], all, at(9 * MIN))).toBe(4 * MIN)
  expect(givenBackMs([out(0, 4 * MIN, 'examinee')], all, at(9 * MIN))).toBe(0)
  expect(givenBackMs([out(0, 40 * MIN)], { ...all, atMostMinutes: 15 }, at(50 * MIN))).toBe(15 * MIN)
})
