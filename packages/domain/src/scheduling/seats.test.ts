import { expect, test } from 'vitest'
import { instant, minutes } from '../time.ts'
import {
  type Connection,
  connect,
  mayWatch,
  runFits,
  type SeatRules,
  slotsFor,
  type Watch,
  watchedAt,
} from './seats.ts'
import { mayOpen, proctorsNeeded, reviewForecast } from './staffing.ts'

const centre: SeatRules = { perProctor: 6, atOnce: 15 }
const silent: SeatRules = { perProctor: null, atOnce: null }
const noon = instant('2026-05-12T12:00:00Z')
const persons = (count: number, name = 'p') => Array.from({ length: count }, (_, i) => `${name}${i + 1}`)
const connections = (count: number): readonly Connection[] =>
  persons(count).map((examinee) => ({ examinee, device: 'laptop' }))

const watch = (examinee: string, changed: Partial<Watch> = {}): Watch => ({
  proctor: 'Petrova',
  exam: 'physics',
  examinee,
  from: noon,
  until: noon.add(minutes(60)),
  endedAt: null,
  ...changed,
})

test('R4-3.7 the 15th examinee is connected, the 16th is refused with the limit', () => {
  const newcomer = { examinee: 'last', device: 'laptop' }
  expect(connect(connections(14), newcomer, centre).ok).toBe(true)
  expect(connect(connections(15), newcomer, centre)).toEqual({ ok: false, why: 'run_is_full', limit: 15 })
})

test('TR-13 one of fifteen who reconnects or reloads is not the sixteenth', () => {
  const again = connect(connections(15), { examinee: 'p7', device: 'other laptop' }, centre)
  expect(again.ok && again.connected.length).toBe(15)
})

test('TR-65 an act without a limit of persons refuses nobody for it', () => {
  expect(connect(connections(400), { examinee: 'one more', device: 'laptop' }, silent).ok).toBe(true)
  expect(runFits(400, silent)).toBe(true)
})

test('R4-3.7 a slot of fifteen fits and a slot of sixteen does not', () => {
  expect(runFits(15, centre)).toBe(true)
  expect(runFits(16, centre)).toBe(false)
})

test('R4-3.6a the schedule puts everybody into one slot, none above the limit, none overlapping', () => {
  const slots = slotsFor([...persons(31), 'p1'], noon, { length: 60, between: 15 }, centre)
  expect(slots.map(({ examinees }) => examinees.length)).toEqual([10, 10, 11])
  expect(slots.flatMap(({ examinees }) => examinees)).toEqual(persons(31))
  expect(slots.map(({ from }) => from.toString())).toEqual([
    '2026-05-12T12:00:00Z',
    '2026-05-12T13:15:00Z',
    '2026-05-12T14:30:00Z',
  ])
  expect(slots[0]?.until).toEqual(noon.add(minutes(60)))
})

test('R4-3.6a where no limit is set one slot takes everybody, and nobody needs no slot', () => {
  expect(slotsFor(persons(40), noon, { length: 60, between: 0 }, silent)).toHaveLength(1)
  expect(slotsFor([], noon, { length: 60, between: 0 }, silent)).toEqual([])
  expect(slotsFor([], noon, { length: 60, between: 0 }, centre)).toEqual([])
})

for (const [examinees, proctors] of [
  [0, 0],
  [1, 1],
  [6, 1],
  [7, 2],
  [12, 2],
  [13, 3],
  [15, 3],
] as const)
  test(`R4-5.2c TR-13 ${examinees} at once need ${proctors} proctors`, () => {
    expect(proctorsNeeded(examinees, centre)).toBe(proctors)
    expect(mayOpen(examinees, proctors, centre).ok).toBe(true)
    if (proctors > 0)
      expect(mayOpen(examinees, proctors - 1, centre)).toEqual({
        ok: false,
        why: 'too_few_proctors',
        needed: proctors,
        missing: 1,
      })
  })

test('R1-2.2c an act without a ratio still needs somebody to watch', () => {
  expect(mayOpen(30, 1, silent).ok).toBe(true)
  expect(mayOpen(30, 0, silent)).toMatchObject({ ok: false, needed: 1 })
})

test('TR-13 R4-5.2c the seats of a proctor are counted over all exams of the same time', () => {
  const physics = persons(4).map((examinee) => watch(examinee))
  const maths = persons(2, 'm').map((examinee) => watch(examinee, { exam: 'maths' }))
  const seventh = watch('m3', { exam: 'maths' })
  expect(mayWatch([...physics, ...maths], seventh, centre)).toEqual({
    ok: false,
    why: 'proctor_is_full',
    limit: 6,
  })
  expect(mayWatch([...physics, ...maths.slice(1)], seventh, centre).ok).toBe(true)
  expect(mayWatch([...physics, ...maths], { ...seventh, proctor: 'Ivanov' }, centre).ok).toBe(true)
})

test('TR-13 exams one after another do not add up', () => {
  const morning = persons(6).map((examinee) => watch(examinee))
  const next = watch('m1', { exam: 'maths', from: noon.add(minutes(60)), until: noon.add(minutes(120)) })
  expect(mayWatch(morning, next, centre).ok).toBe(true)
  const earlier = { ...next, from: noon.add(minutes(59)) }
  expect(mayWatch(morning, earlier, centre).ok).toBe(false)
})

test('TR-13 those who come and go within the same hour are counted at the fullest moment, not as a sum', () => {
  const halves = persons(5).map((examinee) => watch(examinee, { until: noon.add(minutes(30)) }))
  const later = persons(5, 'l').map((examinee) =>
    watch(examinee, { exam: 'maths', from: noon.add(minutes(30)) }),
  )
  expect(mayWatch([...halves, ...later], watch('whole hour', { exam: 'art' }), centre).ok).toBe(true)
  const sixth = watch('l6', { exam: 'maths', from: noon.add(minutes(30)) })
  expect(mayWatch([...halves, ...later, sixth], watch('whole hour', { exam: 'art' }), centre).ok).toBe(false)
})

test('TR-13 a reconnecting examinee takes no second seat, an absent one keeps his', () => {
  const six = persons(6).map((examinee) => watch(examinee))
  expect(mayWatch(six, watch('p3'), centre).ok).toBe(true)
  expect(watchedAt([...six, watch('p3')], 'Petrova', noon.add(minutes(10)))).toBe(6)
})

test('TR-13 a session that is over frees its seat from then on, not backwards', () => {
  const ended = watch('p1', { endedAt: noon.add(minutes(20)) })
  const watches = [ended, ...persons(5, 'q').map((examinee) => watch(examinee))]
  const at = (minute: number) => watch('new', { exam: 'maths', from: noon.add(minutes(minute)) })
  expect(mayWatch(watches, at(19), centre).ok).toBe(false)
  expect(mayWatch(watches, at(20), centre).ok).toBe(true)
  expect(watchedAt(watches, 'Petrova', noon.add(minutes(19)))).toBe(6)
  expect(watchedAt(watches, 'Petrova', noon.add(minutes(20)))).toBe(5)
})

for (const [rule, recordings, reviewers] of [
  ['R4-5.2a thirty recordings of 45 minutes at normal speed need three reviewers', 30, 3],
  ['R4-5.2a a single recording needs one', 1, 1],
  ['R4-5.2a nothing recorded needs nobody', 0, 0],
] as const)
  test(rule, () => {
    const rules = { reviewFactor: 1, reviewerMinutesPerDay: 480 }
    expect(reviewForecast(new Array(recordings).fill(45), 3, 1, rules)).toMatchObject({
      reviewers,
      enough: true,
    })
  })

test('TR-61 the speed of watching changes the head count and the forecast', () => {
  const work = new Array(30).fill(45)
  const fast = reviewForecast(work, 1, 1, { reviewFactor: 0.5, reviewerMinutesPerDay: 480 })
  expect(fast).toEqual({ known: true, workMinutes: 675, reviewers: 2, days: 2, enough: false })
  expect(reviewForecast(work, 0, 1, { reviewFactor: 1, reviewerMinutesPerDay: 480 })).toMatchObject({
    days: null,
    enough: false,
  })
})

test('TR-61 TR-65 without the two numbers nothing is forecast; both are named', () => {
  expect(reviewForecast([45], 1, 1, { reviewFactor: null, reviewerMinutesPerDay: null })).toEqual({
    known: false,
    missing: ['reviewFactor', 'reviewerMinutesPerDay'],
  })
})
