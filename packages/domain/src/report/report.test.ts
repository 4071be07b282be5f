import { expect, test } from 'vitest'
import type { Calendar } from '../calendar/working-days.ts'
import { instant, Temporal } from '../time.ts'
import { byGroup, type Seen } from './by-group.ts'
import { hintsOverTime } from './hints-over-time.ts'
import { cameraClass, deviceClass, lightClass } from './machine-class.ts'
import { mayBeSame, rateOf } from './rate.ts'
import { dueOf, loadOf, paceSince, type Waiting, workingDaysBetween } from './review-load.ts'
import { shownGroups } from './small-group.ts'
import { binsOf, spreadOf, stepFor } from './spread.ts'

const near = (value: number) => expect.closeTo(value, 3)

test('a share comes with the interval it may lie in: Wilson, against figures of a textbook', () => {
  // 8 of 10 and 1 of 10 at 95 %, after Newcombe 1998.
  expect(rateOf(8, 10)).toEqual({ part: 8, of: 10, share: 0.8, low: near(0.4902), high: near(0.9433) })
  expect(rateOf(1, 10)).toMatchObject({ low: near(0.0179), high: near(0.4042) })
  expect(rateOf(0, 20)).toMatchObject({ share: 0, low: 0, high: near(0.1611) })
  expect(rateOf(20, 20)).toMatchObject({ share: 1, high: 1 })
  expect(rateOf(0, 0)).toBeNull()
})

test('two shares out of few cases may be the same, out of many they are not', () => {
  const of = (part: number, all: number) => rateOf(part, all) as NonNullable<ReturnType<typeof rateOf>>
  expect(mayBeSame(of(3, 10), of(6, 10))).toBe(true)
  expect(mayBeSame(of(300, 1000), of(600, 1000))).toBe(false)
})

test('the middle and the quarters, and every value falls into one step of the plot', () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({
    count: 5,
    least: 1,
    quarter: 2,
    median: 3,
    threeQuarters: 4,
    most: 5,
  })
  expect(spreadOf([10, 20])).toMatchObject({ median: 15, quarter: 12.5 })
  expect(spreadOf([])).toBeNull()
  expect(binsOf([0, 4.9, 5, 17], 5)).toEqual([
    { from: 0, to: 5, count: 2 },
    { from: 5, to: 10, count: 1 },
    { from: 10, to: 15, count: 0 },
    { from: 15, to: 20, count: 1 },
  ])
  expect(binsOf([], 5)).toEqual([])
  expect(stepFor([0, 45], [1, 5, 10], 12)).toBe(5)
  expect(stepFor([7], [1, 5, 10], 12)).toBe(1)
})

test('a group of a few people is hidden, and so is the one it could be counted back from', () => {
  const group = (name: string, people: number) => ({ name, people })
  const names = (shown: readonly { readonly name: string }[]) => shown.map(({ name }) => name)
  const of = (...groups: ReturnType<typeof group>[]) =>
    shownGroups(groups, 5, (some) => [...some].reduce((sum, { people }) => sum + people, 0))

  expect(names(of(group('a', 5), group('b', 9)).shown)).toEqual(['a', 'b'])
  // Two people with conditions among thirty: the thirty less the twenty-eight would be the two.
  expect(of(group('yes', 2), group('no', 28))).toEqual({ shown: [], hidden: 2 })
  // The hidden one needs a companion; the smallest shown is taken.
  const three = of(group('a', 2), group('b', 7), group('c', 30))
  expect([names(three.shown), three.hidden]).toEqual([['c'], 2])
  // Four and four hide each other.
  expect(names(of(group('a', 4), group('b', 4), group('c', 30)).shown)).toEqual(['c'])
  // One and two together are still three people.
  expect(names(of(group('a', 1), group('b', 2), group('c', 6), group('d', 30)).shown)).toEqual(['d'])
  // Nobody in a group is no group.
  expect(of(group('a', 0), group('b', 6))).toEqual({ shown: [{ name: 'b', people: 6 }], hidden: 0 })
})

test('R0-2.2.3b false alarms are told by group, of hints a person decided, without a person in it', () => {
  const one = (person: string, more: Partial<Seen>): Seen => ({
    person,
    hints: 0,
    marked: 0,
    dismissed: 0,
    light: 'good',
    camera: 'from_720',
    device: 'usual',
    accommodated: 'no',
    ...more,
  })
  const good = Array.from({ length: 6 }, (_, i) =>
    one(`g${i}`, { hints: 1, dismissed: i < 2 ? 1 : 0, marked: i === 2 ? 1 : 0 }),
  )
  const poor = Array.from({ length: 5 }, (_, i) =>
    one(`p${i}`, { light: 'poor', hints: 4, dismissed: 3, marked: 1 }),
  )
  const { shown, hidden } = byGroup([...good, ...poor, one('p0', { light: 'poor', hints: 4 })], 'light', 5)
  expect(hidden).toBe(0)
  expect(shown).toMatchObject([
    { group: 'good', people: 6, sessions: 6, hints: 6, perSession: 1, falseAlarms: { part: 2, of: 3 } },
    { group: 'poor', people: 5, sessions: 6, hints: 24, perSession: 4, falseAlarms: { part: 15, of: 20 } },
  ])
  expect(JSON.stringify(shown)).not.toMatch(/g0|p0/)
  // Three people who sat with two cameras each are three behind both: the next group is hidden with them.
  const twice = ['t0', 't1', 't2'].flatMap((person) => [
    one(person, { camera: 'below_480' }),
    one(person, { camera: 'from_480' }),
  ])
  expect(byGroup([...good, ...twice], 'camera', 5)).toEqual({ shown: [], hidden: 3 })
  // One person with conditions is shown neither himself nor by the rest.
  expect(byGroup([...good, one('x', { accommodated: 'yes' })], 'accommodated', 5)).toEqual({
    shown: [],
    hidden: 2,
  })
})

test('light, camera and device are classes, and what was not measured is unknown and not bad', () => {
  const light = { mean: 120, middle: 120, edges: 120, left: 120, right: 120 }
  const camera = (height: number, mean = 120) => ({
    width: height,
    height,
    fps: 30,
    light: { ...light, mean },
    virtual: false,
  })
  expect(lightClass({ cameras: [camera(720)] })).toBe('good')
  expect(lightClass({ cameras: [camera(720, 20)] })).toBe('poor')
  expect([
    cameraClass({ cameras: [camera(240), camera(480)] }),
    cameraClass({ cameras: [camera(360)] }),
  ]).toEqual(['from_480', 'below_480'])
  expect([lightClass(null), cameraClass({ cameras: [] }), deviceClass({})]).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ])
  const machine = (memoryGb: number | null, cores: number | null) => ({
    machine: {
      mobile: false,
      os: null,
      browser: null,
      memoryGb,
      cores,
      extended: null,
      virtualGraphics: null,
      cannotRecord: null,
      storageMb: null,
    },
  })
  expect([deviceClass(machine(4, 8)), deviceClass(machine(null, 2)), deviceClass(machine(8, 8))]).toEqual([
    'modest',
    'modest',
    'usual',
  ])
  expect(deviceClass(machine(null, null))).toBe('unknown')
})

// June 2026: the 12th is a Friday off.
const calendar: Calendar = [
  { year: 2026, source: 'test', provisional: false, daysOff: ['2026-06-12'], workedWeekends: [] },
]
const ZONE = 'Europe/Moscow'
const day = (text: string) => Temporal.PlainDate.from(text)
const evening = (text: string) => instant(`${text}T20:59:59Z`)
const now = instant('2026-06-10T07:00:00Z')
const waiting = (due: string | null, recordedMinutes: number, escalated = false): Waiting => ({
  due: due === null ? null : evening(due),
  recordedMinutes,
  escalated,
})

test('R4-5.2b terms are told in working days: a day off between them does not count', () => {
  expect(workingDaysBetween(calendar, day('2026-06-10'), day('2026-06-15'))).toBe(2)
  expect(workingDaysBetween(calendar, day('2026-12-31'), day('2027-01-11'))).toBeNull()
  const when = (due: string | null) => dueOf(waiting(due, 60), calendar, ZONE, now)
  expect(['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-15', '2026-06-16', null].map(when)).toEqual([
    'overdue',
    'today',
    'next_day',
    'two_days',
    'later',
    'no_term',
  ])
})

test('at the pace of the last ten working days the queue ends on a day, and what will be late is told beforehand', () => {
  // 600 minutes in ten days: an hour a day. Wednesday and Thursday, then Monday.
  const queue = [waiting('2026-06-11', 60), waiting('2026-06-10', 60), waiting('2026-06-11', 60, true)]
  const load = loadOf(queue, 600, calendar, ZONE, now)
  expect(load).toMatchObject({ queued: 3, minutes: 180, pace: 60, escalated: 1, willBeLate: 1 })
  expect(load.clearOn?.toString()).toBe('2026-06-15')
  expect(load.due).toMatchObject({ today: 1, next_day: 2, overdue: 0 })
  // What is overdue is late already and is not told twice.
  expect(loadOf([waiting('2026-06-09', 600)], 600, calendar, ZONE, now)).toMatchObject({ willBeLate: 0 })
  expect(loadOf(queue, 0, calendar, ZONE, now)).toMatchObject({ pace: null, clearOn: null, willBeLate: null })
  expect(loadOf([], 0, calendar, ZONE, now)).toMatchObject({ queued: 0, clearOn: null, willBeLate: 0 })
  // On a day off nothing is done: the first day of work is Monday.
  const saturday = instant('2026-06-13T07:00:00Z')
  expect(loadOf([waiting(null, 60)], 600, calendar, ZONE, saturday).clearOn?.toString()).toBe('2026-06-15')
})

test('the pace is taken from ten working days, today among them', () => {
  expect(paceSince(calendar, day('2026-06-17'))?.toString()).toBe('2026-06-03')
  expect(paceSince(calendar, day('2026-01-05'))).toBeNull()
})

test('hints over time are read beside how many people still wrote', () => {
  expect(hintsOverTime([-1, 3, 12, 29, 31], [30, 12], 10)).toEqual([
    { fromMinute: 0, hints: 2, writing: 2, perPerson: 1 },
    { fromMinute: 10, hints: 1, writing: 2, perPerson: 0.5 },
    { fromMinute: 20, hints: 2, writing: 1, perPerson: 2 },
  ])
  expect(hintsOverTime([], [], 10)).toEqual([])
})
