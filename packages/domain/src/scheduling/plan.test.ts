import { expect, test } from 'vitest'
import { instant, minutes } from '../time.ts'
import { type PlanGiven, plan, type PlanRules } from './plan.ts'
import type { Watch } from './seats.ts'

const noon = instant('2026-05-12T12:00:00Z')
const centre: PlanRules = {
  atOnce: 15,
  perProctor: 6,
  lengthMinutes: 45,
  windowMinutes: 15,
  betweenMinutes: 0,
}
const silent: PlanRules = { ...centre, atOnce: null, perProctor: null }
const persons = (count: number, letter = 'p') =>
  Array.from({ length: count }, (_, no) => `${letter}${no + 1}`)
const given = (more: Partial<PlanGiven>): PlanGiven => ({
  examinees: persons(16),
  proctors: persons(3, 'w'),
  first: noon,
  last: noon.add(minutes(240)),
  standing: [],
  watches: [],
  busy: [],
  ...more,
})
const sizes = (more: Partial<PlanGiven>, rules = centre) =>
  plan(given(more), rules).slots.map(({ seats }) => seats.length)
const byProctor = (more: Partial<PlanGiven>, rules = centre) =>
  plan(given(more), rules).slots.map(({ seats }) =>
    Object.values(Object.groupBy(seats, ({ proctor }) => proctor ?? 'nobody')).map((one) => one?.length),
  )

test('R4-3.7 sixteen people become two slots of eight, fifteen one', () => {
  expect(sizes({})).toEqual([8, 8])
  expect(sizes({ examinees: persons(15) })).toEqual([15])
  expect(plan(given({}), centre).slots.map(({ opensAt }) => opensAt.toString())).toEqual([
    '2026-05-12T12:00:00Z',
    '2026-05-12T13:00:00Z',
  ])
})

test('R4-5.2c TR-13 no proctor gets a seventh, and the shares are alike', () => {
  expect(byProctor({ examinees: persons(15) })).toEqual([[5, 5, 5]])
  expect(byProctor({ examinees: persons(15), proctors: ['w1'] })).toEqual([[5], [5], [5]])
})

const elsewhere = (no: number): Watch => ({
  proctor: 'w1',
  exam: 'maths',
  examinee: `m${no}`,
  from: noon,
  until: noon.add(minutes(60)),
  endedAt: null,
})

test('TR-13 what a proctor watches in another exam takes his seats in that time only', () => {
  const watches = persons(4).map((_, no) => elsewhere(no))
  expect(sizes({ examinees: persons(8), proctors: ['w1'], watches })).toEqual([2, 6])
})

test('somebody who is elsewhere gets another slot, or is told that he is busy', () => {
  const until = noon.add(minutes(60))
  const made = plan(given({ busy: [{ person: 'p1', from: noon, until }] }), centre)
  expect(made.slots[1]?.seats.map(({ examinee }) => examinee)).toContain('p1')
  const never = plan(given({ busy: [{ person: 'p1', from: noon, until: noon.add(minutes(600)) }] }), centre)
  expect(never.unfit).toEqual([{ examinee: 'p1', why: 'busy' }])
  expect(never.slots.flatMap(({ seats }) => seats)).toHaveLength(15)
})

test('what does not fit says why: too short a window, or too few proctors', () => {
  const short = plan(given({ last: noon.add(minutes(20)) }), centre)
  expect(short.unfit).toEqual([{ examinee: 'p16', why: 'no_slot' }])
  expect(short.minutesMissing).toBe(60)
  const few = plan(given({ last: noon.add(minutes(20)), proctors: ['w1', 'w2'] }), centre)
  expect(few.unfit.map(({ why }) => why)).toEqual(Array(4).fill('no_proctor'))
  expect(few.minutesMissing).toBe(0)
  expect(plan(given({ last: noon.add(minutes(5)) }), centre)).toMatchObject({
    slots: [],
    minutesMissing: 120,
  })
})

test('slots that stand are filled first and never above the limit; new ones do not overlap them', () => {
  const standing = [{ id: 's1', opensAt: noon, closesAt: noon.add(minutes(15)), taken: 13 }]
  const made = plan(given({ examinees: persons(10), standing }), centre)
  expect(made.slots.map(({ id, seats, taken }) => [id, taken, seats.length])).toEqual([
    ['s1', 13, 2],
    [null, 0, 8],
  ])
  expect(made.slots[1]?.opensAt).toEqual(noon.add(minutes(60)))
})

test('a slot that opens before the wanted time is left alone and not overlapped', () => {
  const standing = [{ id: 's1', opensAt: noon, closesAt: noon.add(minutes(15)), taken: 1 }]
  const made = plan(given({ examinees: ['p1'], standing, first: noon.add(minutes(30)) }), centre)
  expect(made.slots.map(({ id, opensAt }) => [id, opensAt.toString()])).toEqual([
    [null, '2026-05-12T13:00:00Z'],
  ])
})

test('TR-65 an act without limits makes one slot and still wants somebody to watch', () => {
  expect(sizes({ examinees: persons(40) }, silent)).toEqual([40])
  expect(plan(given({ examinees: persons(40), proctors: [] }), silent).proctorsNeeded).toBe(1)
})

test('without proctors everybody gets a slot and nobody to watch; how many are needed is told', () => {
  const made = plan(given({ proctors: [] }), centre)
  expect(made.slots.flatMap(({ seats }) => seats).every(({ proctor }) => proctor === null)).toBe(true)
  expect(made.proctorsNeeded).toBe(2)
})

test('a thousand people fit within the limits, nobody twice', () => {
  const made = plan(
    given({ examinees: persons(1000), proctors: persons(3, 'w'), last: noon.add(minutes(60 * 24 * 7)) }),
    centre,
  )
  const seats = made.slots.flatMap((slot) => slot.seats)
  expect(new Set(seats.map(({ examinee }) => examinee)).size).toBe(1000)
  expect(Math.max(...made.slots.map((slot) => slot.seats.length))).toBe(15)
  for (const slot of made.slots)
    for (const share of Object.values(Object.groupBy(slot.seats, ({ proctor }) => proctor ?? 'nobody')))
      expect(share?.length).toBeLessThanOrEqual(6)
})
