// A whole exam walked at random through its lifecycles, the facts of each taken from the others. Only tests use it.
import { type Duration, type Instant, instant, minutes } from '../time.ts'
import { appeal, type AppealState } from './appeal.ts'
import {
  type Attempt,
  type AttemptEvent,
  created,
  decideAttempt,
  evolveAttempt,
  inControlWindow,
  isOver,
  type TimePolicy,
} from './attempt.ts'
import { decision, type DecisionState } from './decision.ts'
import { exam, type ExamState } from './exam.ts'
import { decideMove, type Happened, type Lifecycle, type Party } from './machine.ts'
import { mark, type MarkState } from './mark.ts'
import { outage, type OutageState } from './outage.ts'
import { retention, type RetentionState } from './retention.ts'
import { review, type ReviewState } from './review.ts'
import {
  goodAppeal,
  goodDecision,
  goodExam,
  goodMark,
  goodOutage,
  goodRetention,
  goodReview,
  goodSession,
} from './samples.ts'
import { type SessionFacts, session } from './session.ts'

export type Log<S extends string> = { readonly state: S; readonly events: readonly Happened<S, string>[] }

/** One mark with its whole history; `code` never changes. */
export type Marked = Log<MarkState> & { readonly code: string }

export type Seat = {
  readonly attempt: Attempt
  readonly events: readonly AttemptEvent[]
  readonly marks: readonly Marked[]
  readonly outage: Log<OutageState>
  readonly review: Log<ReviewState>
  readonly decision: Log<DecisionState>
  readonly appeal: Log<AppealState>
  readonly retention: Log<RetentionState>
}

export type World = { readonly now: Instant; readonly exam: Log<ExamState>; readonly seats: readonly Seat[] }

export type Rules = {
  readonly time: TimePolicy
  readonly violationsToStop: number
  readonly applicationRequired: boolean
  readonly automaticReview: boolean
}

const machines = [
  'exam',
  'attempt',
  'attempt',
  'attempt',
  'mark',
  'new_mark',
  'outage',
  'review',
  'decision',
  'appeal',
  'retention',
] as const

/** One try: the numbers choose among what there is, so that every try means something in every world. */
export type Try = {
  readonly seat: number
  readonly machine: number
  readonly move: number
  readonly by: Party | null
  readonly item: number
  readonly code: string
  readonly lie: number
  readonly wait: Duration
}

const log = <S extends string>(state: S): Log<S> => ({ state, events: [] })

const seat: Seat = {
  attempt: created,
  events: [],
  marks: [],
  outage: log(outage.first),
  review: log(review.first),
  decision: log(decision.first),
  appeal: log(appeal.first),
  retention: log(retention.first),
}

export const emptyWorld = (seats: number): World => ({
  now: instant('2026-12-01T06:00:00Z'),
  exam: log(exam.first),
  seats: Array.from({ length: seats }, () => seat),
})

/** One fact turned over, or none: what the tables must refuse or survive. What the world itself knows is never lied about. */
function lie<F extends object>(facts: F, which: number): F {
  const keys = Object.keys(facts) as (keyof F)[]
  const key = keys[which]
  if (key === undefined || typeof facts[key] !== 'boolean') return facts
  return { ...facts, [key]: !facts[key] }
}

/** Mostly a row of the table, by one of its parties; now and then anybody at all. */
function chosen<S extends string, C extends string, F, W extends string>(
  life: Lifecycle<S, C, F, W>,
  state: S,
  { move, by }: Try,
): { readonly command: C; readonly by: Party } | null {
  const here = life.moves.filter((row) => row.from.includes(state))
  const rows = here.length > 0 ? here : life.moves
  const row = rows[move % rows.length]
  const mine = row?.by[move % (row?.by.length ?? 1)]
  return row && mine ? { command: row.on, by: by ?? mine } : null
}

function step<S extends string, C extends string, F extends object, W extends string>(
  life: Lifecycle<S, C, F, W>,
  before: Log<S>,
  facts: F,
  one: Try,
  now: Instant,
): Log<S> {
  const pick = chosen(life, before.state, one)
  if (!pick) return before
  const outcome = decideMove(life, before.state, pick.command, pick.by, facts, now)
  return outcome.ok ? { state: outcome.event.to, events: [...before.events, outcome.event] } : before
}

const unresolved = ({ marks }: Seat) => marks.filter(({ state }) => state === 'detected').length
const reviewed = ({ review: { state } }: Seat) =>
  ['reviewed', 'protocol_formed', 'handed_over'].includes(state)
const held = ({ appeal: { state } }: Seat) => ['accepted', 'in_consideration'].includes(state)

function moveExam({ exam: before, seats }: World, rules: Rules, one: Try, now: Instant): Log<ExamState> {
  // Cancelling and postponing are always open to somebody; taken as often as the rest, no exam would ever end.
  const command = chosen(exam, before.state, one)?.command
  if ((command === 'cancel' || command === 'postpone') && one.item > 0) return before
  const running = seats.filter(({ attempt }) => attempt.authorizedAt !== null && !isOver(attempt.state))
  const facts = {
    ...lie(goodExam, one.lie),
    applicationRequired: rules.applicationRequired,
    windowOver: one.item > 5,
    sessionsRunning: running.length,
    reviewsOpen: seats.filter((each) => each.attempt.authorizedAt !== null && !reviewed(each)).length,
    protocolsMissing: seats.filter((each) => unresolved(each) > 0).length,
    sessionsUndecided: seats.filter((each) => ['pending', 'recommended'].includes(each.decision.state))
      .length,
    appealsOver: !seats.some(held),
  }
  return step(exam, before, facts, one, now)
}

const early: readonly ExamState[] = [
  'draft',
  'application_pending',
  'approved',
  'scheduled',
  'ready',
  'postponed',
]

const windowOf = (state: ExamState): SessionFacts['window'] =>
  state === 'open' ? 'open' : early.includes(state) ? 'before' : 'over'

function moveAttempt(before: Seat, world: World, rules: Rules, one: Try, now: Instant): Seat {
  const pick = chosen(session, before.attempt.state, one)
  if (!pick) return before
  const facts = {
    ...lie(goodSession, one.lie),
    window: windowOf(world.exam.state),
    violationsConfirmed: before.marks.filter(({ state }) => state === 'confirmed').length,
    violationsToStop: rules.violationsToStop,
  }
  const outcome = decideAttempt(before.attempt, pick.command, pick.by, facts, rules.time, now)
  if (!outcome.ok) return before
  const attempt = evolveAttempt(before.attempt, outcome.event)
  return { ...before, attempt, events: [...before.events, outcome.event] }
}

function moveMark(before: Seat, one: Try, now: Instant): Seat {
  const at = one.item % Math.max(1, before.marks.length)
  const marked = before.marks[at]
  if (!marked) return before
  const facts = {
    ...lie(goodMark, one.lie),
    code: marked.code,
    appealSatisfied: before.appeal.events.some(({ to }) => to === 'decided_satisfied'),
  }
  const after = { code: marked.code, ...step(mark, marked, facts, one, now) }
  return { ...before, marks: before.marks.with(at, after) }
}

/** Hints and marks inside the control window and until the review is over; a report of impersonation at any time. */
function newMark(before: Seat, one: Try, now: Instant): Seat {
  const facts = { ...lie(goodMark, one.lie), code: one.code }
  const made = step(mark, log(mark.first), facts, one, now)
  const [event] = made.events
  if (!event) return before
  if (event.command !== 'report' && (!inControlWindow(before.attempt, now) || reviewed(before))) return before
  return { ...before, marks: [...before.marks, { code: one.code, ...made }] }
}

function moveSeat(before: Seat, world: World, rules: Rules, one: Try, now: Instant): Seat {
  const over = before.attempt.endedAt !== null
  switch (machines[one.machine % machines.length]) {
    case 'attempt':
      return moveAttempt(before, world, rules, one, now)
    case 'mark':
      return moveMark(before, one, now)
    case 'new_mark':
      return newMark(before, one, now)
    case 'outage':
      return { ...before, outage: step(outage, before.outage, lie(goodOutage, one.lie), one, now) }
    case 'review': {
      if (!over) return before
      const facts = {
        ...lie(goodReview, one.lie),
        automaticAllowed: rules.automaticReview,
        unresolvedHints: unresolved(before),
      }
      return { ...before, review: step(review, before.review, facts, one, now) }
    }
    case 'decision': {
      if (world.exam.state !== 'protocols_issued' && world.exam.state !== 'decided') return before
      const facts = {
        ...lie(goodDecision, one.lie),
        appealFiled: before.appeal.state !== 'draft',
        annulling: one.lie % 2 === 0,
      }
      return { ...before, decision: step(decision, before.decision, facts, one, now) }
    }
    case 'appeal': {
      if (before.decision.state === 'pending') return before
      if (chosen(appeal, before.appeal.state, one)?.command === 'withdraw' && one.item > 0) return before
      const facts = { ...lie(goodAppeal, one.lie), recordingOnHold: before.retention.state === 'legal_hold' }
      return { ...before, appeal: step(appeal, before.appeal, facts, one, now) }
    }
    case 'retention': {
      if (!over) return before
      const facts = { ...lie(goodRetention, one.lie), holds: held(before) ? 1 : 0 }
      return { ...before, retention: step(retention, before.retention, facts, one, now) }
    }
    default:
      return before
  }
}

export function move(world: World, rules: Rules, one: Try): World {
  const now = world.now.add(one.wait)
  if (machines[one.machine % machines.length] === 'exam')
    return { ...world, now, exam: moveExam(world, rules, one, now) }
  const at = one.seat % world.seats.length
  const before = world.seats[at]
  if (!before) return { ...world, now }
  return { ...world, now, seats: world.seats.with(at, moveSeat(before, world, rules, one, now)) }
}

export const waits: readonly Duration[] = [0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 18].map(minutes)
