// SM-2 with its clock: when the control window opened, how long it has been interrupted, and which of that time is given back.
import { type Duration, type Instant, isAfter, isBefore, Temporal } from '../time.ts'
import { decideMove, type Happened, type LifecycleRefusal, type Party } from './machine.ts'
import {
  type SessionCommand,
  type SessionFacts,
  type SessionRefusal,
  type SessionState,
  session,
} from './session.ts'

/** What the act and the institution say of time; nothing here has a value of its own. */
export type TimePolicy = {
  readonly length: Duration
  readonly timerStarts: 'authorisation' | 'first_task'
  /** Whether the clock of the attempt stands still meanwhile. */
  readonly returns: { readonly outage: boolean; readonly absence: boolean }
  /** Null: the act permits no leaving. */
  readonly absenceAtMost: Duration | null
  /** Null: the act gives no term after which the teacher may postpone. */
  readonly outageLimit: Duration | null
  readonly disconnectAtMost: Duration
}

export type Interruption = {
  readonly kind: 'absence' | 'outage'
  readonly from: Instant
  readonly until: Instant
}

export type EndCause = 'by_examinee' | 'auto'

export type Attempt = {
  readonly state: SessionState
  readonly authorizedAt: Instant | null
  readonly startedAt: Instant | null
  readonly interruptions: readonly Interruption[]
  readonly open: { readonly kind: Interruption['kind']; readonly from: Instant } | null
  readonly endedAt: Instant | null
  readonly endCause: EndCause | null
}

export const created: Attempt = {
  state: session.first,
  authorizedAt: null,
  startedAt: null,
  interruptions: [],
  open: null,
  endedAt: null,
  endCause: null,
}

export type AttemptEvent = Happened<SessionState, SessionCommand>

const between = (from: Instant, until: Instant): number =>
  isAfter(until, from) ? until.epochMilliseconds - from.epochMilliseconds : 0

const millis = (duration: Duration): number => duration.total('milliseconds')

/** All interruptions so far, the one under way counted up to now. */
const upTo = (attempt: Attempt, now: Instant): readonly Interruption[] =>
  attempt.open ? [...attempt.interruptions, { ...attempt.open, until: now }] : attempt.interruptions

const beganAt = (attempt: Attempt, policy: TimePolicy): Instant | null =>
  policy.timerStarts === 'authorisation' ? attempt.authorizedAt : attempt.startedAt

/** Milliseconds given back: the interruptions that the policy returns, as far as they lay inside the time that was running. */
export function returnedMs(attempt: Attempt, policy: TimePolicy, now: Instant): number {
  const began = beganAt(attempt, policy)
  if (began === null) return 0
  return upTo(attempt, now)
    .filter(({ kind }) => policy.returns[kind])
    .reduce((sum, { from, until }) => sum + between(isBefore(from, began) ? began : from, until), 0)
}

/** When the time is over if nothing more interrupts it; null before it runs. */
export function deadline(attempt: Attempt, policy: TimePolicy, now: Instant): Instant | null {
  const began = beganAt(attempt, policy)
  if (began === null) return null
  return began.add(policy.length).add({ milliseconds: returnedMs(attempt, policy, now) })
}

export function timeLeft(attempt: Attempt, policy: TimePolicy, now: Instant): Duration {
  const end = deadline(attempt, policy, now)
  return end === null ? policy.length : Temporal.Duration.from({ milliseconds: between(now, end) })
}

/** R1-6.7b, TR-08: five minutes exactly are within five minutes, each absence by itself. */
export const absenceOverLimit = (absence: Interruption, policy: TimePolicy): boolean =>
  absence.kind === 'absence' &&
  between(absence.from, absence.until) > (policy.absenceAtMost === null ? 0 : millis(policy.absenceAtMost))

/** The facts that follow from the clock, not from what somebody says. */
export type Clocked =
  | 'timeOver'
  | 'taskOpened'
  | 'leavingPermitted'
  | 'outageReachedLimit'
  | 'disconnectedTooLong'

export function clockFacts(attempt: Attempt, policy: TimePolicy, now: Instant): Pick<SessionFacts, Clocked> {
  const end = deadline(attempt, policy, now)
  const outage = attempt.open?.kind === 'outage' ? between(attempt.open.from, now) : null
  return {
    timeOver: end !== null && !isBefore(now, end),
    taskOpened: attempt.startedAt !== null,
    leavingPermitted: policy.absenceAtMost !== null && millis(policy.absenceAtMost) > 0,
    outageReachedLimit:
      outage !== null && policy.outageLimit !== null && outage >= millis(policy.outageLimit),
    disconnectedTooLong: outage !== null && outage >= millis(policy.disconnectAtMost),
  }
}

export type AttemptOutcome =
  | { readonly ok: true; readonly event: AttemptEvent }
  | { readonly ok: false; readonly why: SessionRefusal | LifecycleRefusal }

export const decideAttempt = (
  attempt: Attempt,
  command: SessionCommand,
  by: Party,
  facts: Omit<SessionFacts, Clocked>,
  policy: TimePolicy,
  now: Instant,
): AttemptOutcome =>
  decideMove(session, attempt.state, command, by, { ...facts, ...clockFacts(attempt, policy, now) }, now)

const OPENS: Readonly<Partial<Record<SessionState, Interruption['kind']>>> = {
  permitted_absence: 'absence',
  paused_technical: 'outage',
}
const ENDS: readonly SessionState[] = ['deauthorized', 'expired_not_started', 'void', 'not_admitted']

export const isOver = (state: SessionState): boolean => ENDS.includes(state)

/** R1-3.1a, TR-40: what is recorded and judged lies between authorisation and deauthorisation. */
export const inControlWindow = (attempt: Attempt, at: Instant): boolean =>
  attempt.authorizedAt !== null &&
  !isBefore(at, attempt.authorizedAt) &&
  (attempt.endedAt === null || isBefore(at, attempt.endedAt))

export function evolveAttempt(before: Attempt, event: AttemptEvent): Attempt {
  const { to, at, command } = event
  if (event.from !== before.state)
    throw new Error(`SM-2: ${command} from ${event.from}, but it was ${before.state}`)
  const kind = OPENS[to]
  return {
    state: to,
    authorizedAt: command === 'acknowledge' ? at : before.authorizedAt,
    startedAt: command === 'start' ? at : before.startedAt,
    interruptions: before.open
      ? [...before.interruptions, { ...before.open, until: at }]
      : before.interruptions,
    open: kind ? { kind, from: at } : null,
    endedAt: isOver(to) ? at : before.endedAt,
    endCause:
      command === 'submit' ? 'by_examinee' : isOver(to) ? (before.endCause ?? 'auto') : before.endCause,
  }
}
