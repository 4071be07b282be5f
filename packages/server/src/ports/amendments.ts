import type { amendmentProblems, deedRefusals } from '@ochno/contract/amendments'
import type { AccountId, ExamId, SessionId, SlotId } from '@ochno/domain/ids'
import type { StartWindow } from '@ochno/domain/scheduling/start-window'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from './asking.ts'
import type { SessionFacts } from './sessions.ts'
import type { Tx } from './store.ts'

/** What a proctor or a teacher is told of a change. */
export type DutyChange = StartWindow & {
  readonly title: string
  readonly what: 'given' | 'taken' | 'moved' | 'called_off'
  readonly people: number
  readonly why: string
}

/** What a parent is told of the exam of a child. */
export type ChildChange = 'planned' | 'moved' | 'called_off'

/** How those who are touched are told, in the transaction that touches them. */
export type Telling = {
  readonly newTime: (tx: Tx, session: SessionFacts, why: string, now: Instant) => Promise<void>
  readonly calledOff: (tx: Tx, session: SessionFacts, why: string, now: Instant) => Promise<void>
  readonly child: (
    tx: Tx,
    to: AccountId,
    session: SessionFacts,
    change: { readonly what: ChildChange; readonly why: string },
    now: Instant,
  ) => Promise<void>
  readonly duty: (tx: Tx, to: AccountId, exam: ExamId, change: DutyChange, now: Instant) => Promise<void>
}

type NewDateGiven = {
  readonly session: SessionId
  /** A slot of the same exam, or a start window of this person's own. */
  readonly to: { readonly slot: SlotId } | StartWindow
  readonly why: string
}

/**
 * Gives one person another date inside the caller's transaction: `await deps.newDate(tx, asker, { session, to, why }, now)`.
 * Whose session has not begun or is over (a failure ended it, or nobody came) gets a new session of the same exam, whose id is
 * answered; the one that had not begun is called off. One that still runs is refused with `session_began`: end it first. All limits are enforced,
 * everybody touched is told, the history of the exam keeps it. After a refusal nothing was written.
 */
export type NewDate = (
  tx: Tx,
  asker: Asker,
  given: NewDateGiven,
  now: Instant,
) => Promise<
  | { readonly ok: true; readonly session: SessionId; readonly window: StartWindow }
  | { readonly ok: false; readonly why: NewDateRefusal }
>

/** A route that calls it declares `deedRefusals` and `amendmentProblems` of the contract. */
export type NewDateRefusal = (typeof deedRefusals)[number] | (typeof amendmentProblems)[number]
