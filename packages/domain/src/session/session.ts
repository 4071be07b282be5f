import type { AccountId, ExamId, SessionId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** The part of SM-2 that recording needs; the rest of its states join with the exam's full life. */
export type SessionState =
  | 'admitted'
  | 'authorized'
  | 'in_progress'
  | 'submitted'
  | 'deauthorized'
  | 'expired_not_started'
  /** Taken off, or the exam was called off: nobody began. */
  | 'cancelled'

/** `withdrawn`: consent was taken back while it ran; an interruption and never a violation (P-14). `technical`: broken off by a failure. */
export type EndCause = 'by_examinee' | 'auto' | 'withdrawn' | 'technical'

export type Session = {
  readonly id: SessionId
  readonly exam: ExamId
  readonly examinee: AccountId
  readonly state: SessionState
  /** The start window of the exam and the length of an attempt, frozen when the session was made. */
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
  readonly authorizedAt: Instant | null
  readonly startedAt: Instant | null
  readonly deadline: Instant | null
  readonly deauthorizedAt: Instant | null
  readonly endCause: EndCause | null
  /** What the proctor said when stopping it. */
  readonly endReason: string | null
}

export type Command =
  | { readonly do: 'authorize' }
  | { readonly do: 'start' }
  | { readonly do: 'submit' }
  /** `withdrawn`: who never came had taken the consent back, and is no absentee (P-14). */
  | { readonly do: 'expire'; readonly withdrawn?: boolean }
  /** Consent was withdrawn; `failure`: the teacher gives another date after a technical failure (SM-17). */
  | { readonly do: 'interrupt'; readonly failure?: true }
  | { readonly do: 'stop'; readonly reason: string }

export type SessionEvent =
  | { readonly type: 'authorized'; readonly at: Instant; readonly deadline: Instant }
  | { readonly type: 'started'; readonly at: Instant }
  | { readonly type: 'submitted'; readonly at: Instant; readonly cause: EndCause; readonly reason?: string }
  | { readonly type: 'deauthorized'; readonly at: Instant; readonly cause: EndCause }
  | { readonly type: 'expired_not_started'; readonly at: Instant; readonly cause?: 'withdrawn' }

export const sessionRefusals = [
  'too_early',
  'too_late',
  'not_admitted',
  'not_authorized',
  'not_running',
  'already_over',
] as const
export type SessionRefusal = (typeof sessionRefusals)[number]

export type Decision =
  | { readonly ok: true; readonly events: readonly SessionEvent[] }
  | { readonly ok: false; readonly why: SessionRefusal }
