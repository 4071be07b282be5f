import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf } from '../incident/markable.ts'
import { type ActPolicy, decide, proposalOf } from '../policy/act-policy.ts'
import { effectivePolicy, numberOf } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { policyKeys } from '../policy/schema.ts'
import type { Instant } from '../time.ts'
import { appeal } from './appeal.ts'
import { created, deadline, evolveAttempt, isOver, returnedMs, timeLeft } from './attempt.ts'
import { decision } from './decision.ts'
import { exam } from './exam.ts'
import { emptyWorld, type Log, move, type Rules, type Seat, type Try, waits, type World } from './exam-run.ts'
import { type Lifecycle, type Party, replay, statesOf } from './machine.ts'
import { mark } from './mark.ts'
import { outage } from './outage.ts'
import { retention } from './retention.ts'
import { review } from './review.ts'
import { session } from './session.ts'
import { timePolicy, violationsToStop } from './time-policy.ts'

const EXAMS = 1000
const acts = ['000', '001', '003', '004'] as const
const parties: readonly Party[] = [
  'system',
  'examinee',
  'proctor',
  'teacher',
  'director',
  'commission',
  'auditor',
]

/** The preset with every open question answered by what it proposes. */
const decided = (policy: ActPolicy): ActPolicy =>
  policyKeys.reduce((before, key) => {
    const value = proposalOf(before, key)
    if (value === null) return before
    const made = decide(before, key, { value, ground: 'Приказ № 7' })
    return made.ok ? made.policy : before
  }, policy)
const policies = new Map(acts.map((act) => [act, decided(preset(act))]))

const anExam = fc.record({
  act: fc.constantFrom(...acts),
  shorter: fc.option(fc.integer({ min: 10, max: 45 }), { nil: null }),
  extraMinutes: fc.constantFrom(0, 0, 15, 30),
  lengthMinutes: fc.integer({ min: 20, max: 180 }),
  leavingMinutes: fc.constantFrom(null, null, 5, 10),
  returns: fc.record({ outage: fc.boolean(), absence: fc.boolean() }),
  seats: fc.integer({ min: 1, max: 3 }),
  tries: fc.array(
    fc.record({
      seat: fc.nat(2),
      machine: fc.nat(10),
      move: fc.nat(40),
      by: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...parties) },
      ),
      item: fc.nat(7),
      code: fc.constantFrom('impersonation_confirmed', ...codesOf('004')),
      lie: fc.nat(60),
      wait: fc.constantFrom(...waits),
    }),
    { minLength: 200, maxLength: 500, size: 'max' },
  ),
})
type AnExam = typeof anExam extends fc.Arbitrary<infer T> ? T : never

function rulesOf(given: AnExam): Rules {
  const act = policies.get(given.act)
  if (!act) throw new Error(given.act)
  const made = effectivePolicy(
    act,
    given.shorter === null ? {} : { 'session.duration_min': { value: given.shorter, ground: 'п. 4' } },
    given.extraMinutes === 0
      ? []
      : [{ kind: 'disability', document: 'Справка', means: [], extraMinutes: given.extraMinutes }],
  )
  if (!made.ok) throw new Error(JSON.stringify(made.refused))
  const time = timePolicy(made.policy, given)
  if (!time) throw new Error('no clock')
  expect(numberOf(made.policy, 'session.duration_min') ?? given.lengthMinutes).toBe(
    time.length.total('minutes'),
  )
  return {
    time,
    violationsToStop: violationsToStop(made.policy),
    applicationRequired: given.act === '003',
    automaticReview: given.act === '000',
  }
}

function opened<S extends string, C extends string, F, W extends string>(
  life: Lifecycle<S, C, F, W>,
  { state, events }: Log<S>,
): void {
  if (!statesOf(life).includes(state)) throw new Error(`${life.id}: ${state}`)
  const again = replay(life as unknown as Lifecycle<S, string, F, W>, events)
  if (again !== state) throw new Error(`${life.id}: replayed to ${again}, was ${state}`)
  for (const event of events) {
    const row = life.moves.find(
      ({ on, from, to, by }) =>
        on === event.command && from.includes(event.from) && to === event.to && by.includes(event.by),
    )
    if (!row) throw new Error(`${life.id}: ${event.by} ${event.command} ${event.from} -> ${event.to}`)
  }
}

const human = (by: Party) => by !== 'system'

/** What must hold of every seat whatever happened. */
function sound(seat: Seat, rules: Rules, now: Instant): void {
  opened(session, { state: seat.attempt.state, events: seat.events })
  for (const each of seat.marks) opened(mark, each)
  opened(outage, seat.outage)
  opened(review, seat.review)
  opened(decision, seat.decision)
  opened(appeal, seat.appeal)
  opened(retention, seat.retention)
  expect(seat.events.reduce(evolveAttempt, created)).toEqual(seat.attempt)
  // T-16: one end, and nothing after it.
  const end = seat.events.findIndex(({ to }) => isOver(to))
  expect(end === -1 || end === seat.events.length - 1).toBe(true)
  expect(seat.attempt.endedAt !== null).toBe(end !== -1)
  // T-17: every result is a person's.
  for (const { to, by } of seat.decision.events)
    if (['decided', 'changed', 'upheld', 'published'].includes(to)) expect(human(by)).toBe(true)
  for (const { events } of seat.marks)
    for (const { to, by } of events)
      if (['confirmed', 'dismissed', 'annulled_on_appeal', 'verified'].includes(to))
        expect(human(by)).toBe(true)
  if (seat.review.events.some(({ command }) => command === 'finish_automatically'))
    expect(rules.automaticReview).toBe(true)
  if (seat.retention.state === 'destroyed')
    expect(seat.retention.events.some(({ command, by }) => command === 'destroy' && human(by))).toBe(true)
  clockHolds(seat, rules, now)
}

function clockHolds({ attempt }: Seat, { time }: Rules, now: Instant): void {
  const { open, interruptions, authorizedAt } = attempt
  const lasted = [...interruptions, ...(open ? [{ ...open, until: now }] : [])]
    .filter(({ kind }) => time.returns[kind])
    .reduce((sum, { from, until }) => sum + from.until(until).total('milliseconds'), 0)
  // The proposal of every preset: the time runs from authorisation, so that every interruption lies inside it.
  expect(time.timerStarts).toBe('authorisation')
  expect(returnedMs(attempt, time, now)).toBe(lasted)
  expect(deadline(attempt, time, now)?.toString()).toBe(
    authorizedAt?.add(time.length).add({ milliseconds: lasted }).toString(),
  )
  const left = timeLeft(attempt, time, now).total('milliseconds')
  expect(left >= 0 && left <= time.length.total('milliseconds')).toBe(true)
}

/** No mark disappears, changes its code or loses a line of its history. */
function keepsMarks(before: World, after: World): void {
  for (const [at, seat] of before.seats.entries()) {
    const now = after.seats[at]?.marks ?? []
    for (const [which, old] of seat.marks.entries()) {
      const kept = now[which]
      if (kept?.code !== old.code || kept.events.length < old.events.length)
        throw new Error(`mark ${which} of seat ${at} is lost`)
      for (const [line, event] of old.events.entries())
        if (kept.events[line] !== event) throw new Error('rewritten')
    }
  }
}

const digest = (world: World): string => JSON.stringify([world.exam, world.seats, world.now.toString()])

function walk(given: AnExam, rules: Rules, watch?: (before: World, after: World) => void): World {
  return (given.tries as readonly Try[]).reduce((before, one) => {
    const after = move(before, rules, one)
    watch?.(before, after)
    return after
  }, emptyWorld(given.seats))
}

test(`SM-1 SM-2 SM-3 SM-4 SM-5 SM-6 SM-17 SM-18 T-16 T-17 ${EXAMS} random exams under random policies: no illegal state, no lost mark, no result without a person, at most one end, the same on replay`, () => {
  const reached = { exam: new Set<string>(), session: new Set<string>(), mark: new Set<string>() }
  const later = { review: new Set<string>(), decision: new Set<string>(), appeal: new Set<string>() }
  fc.assert(
    fc.property(anExam, (given) => {
      const rules = rulesOf(given)
      const world = walk(given, rules, keepsMarks)
      opened(exam, world.exam)
      for (const { to } of world.exam.events) reached.exam.add(to)
      for (const seat of world.seats) {
        sound(seat, rules, world.now)
        for (const { to } of seat.events) reached.session.add(to)
        for (const { to } of seat.marks.flatMap(({ events }) => events)) reached.mark.add(to)
        for (const each of ['review', 'decision', 'appeal'] as const)
          for (const { to } of seat[each].events) later[each].add(to)
      }
      expect(digest(walk(given, rules))).toBe(digest(world))
    }),
    { numRuns: EXAMS, seed: 20261121, endOnFailure: true },
  )
  // The run is worth something: between them the exams got into every state there is.
  for (const [life, states, first, all] of [
    ['exam', reached.exam, exam.first, statesOf(exam)],
    ['session', reached.session, session.first, statesOf(session)],
    ['mark', reached.mark, mark.first, statesOf(mark)],
    ['review', later.review, review.first, statesOf(review)],
    ['decision', later.decision, decision.first, statesOf(decision)],
    ['appeal', later.appeal, appeal.first, statesOf(appeal)],
  ] as const)
    expect([life, all.filter((state) => !states.has(state) && state !== first)]).toEqual([life, []])
})
