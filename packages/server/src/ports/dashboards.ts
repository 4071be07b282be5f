import type { Facts } from '@ochno/domain/equipment/facts'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import type { Expected } from '@ochno/domain/report/today'
import type { Instant } from '@ochno/domain/time'

type Named = { readonly id: AccountId; readonly name: string }

export type TodaySession = Omit<Expected, 'proctors'> & {
  readonly session: SessionId
  readonly exam: ExamId
  readonly examTitle: string
  readonly examinee: string
  readonly proctors: readonly Named[]
  /** The most a proctor may watch at a time under the rules of this exam. */
  readonly most: number | null
  readonly hintsOpen: number
  readonly unanswered: number
}

export type OpenTicket = {
  readonly no: number
  readonly since: Instant
  /** Raised inside an open session and taken by nobody. */
  readonly urgent: boolean
  readonly session: SessionId | null
  readonly exam: { readonly id: ExamId; readonly title: string } | null
  readonly asker: string
}

export type WaitingReview = {
  readonly reviewer: Named | null
  readonly due: Instant | null
  readonly recordedMinutes: number
  readonly escalated: boolean
}

/** One watched session without a name; `person` only tells two apart. */
export type WatchedSession = {
  readonly person: AccountId
  readonly hints: number
  readonly marked: number
  readonly dismissed: number
  /** Of the check before the exam; null: none was made. */
  readonly facts: Pick<Facts, 'machine' | 'cameras'> | null
  readonly accommodated: boolean
}

export type DetectorFigures = {
  readonly code: ViolationCode
  readonly hints: number
  readonly sessions: number
  readonly marked: number
  readonly dismissed: number
}

export type Share = { readonly part: number; readonly of: number }

export type SecondLook = { readonly known: readonly string[]; readonly found: readonly string[] }

/** Of sessions authorised from the one to before the other. */
export type FairnessFigures = {
  readonly sessions: readonly WatchedSession[]
  readonly detectors: readonly DetectorFigures[]
  readonly answerers: readonly { readonly marked: number; readonly dismissed: number }[]
  readonly changed: Share
  readonly takenOff: Share
  readonly secondLooks: readonly SecondLook[]
}

export type ExamLine = {
  readonly id: ExamId
  readonly title: string
  readonly opensAt: Instant
  readonly people: number
  readonly finished: number
  readonly marked: number
  readonly appeals: number
}

export type ExamSessionFigures = Pick<Expected, 'state' | 'opensAt' | 'closesAt' | 'visit'> & {
  /** Minutes from the start to the end, of who finished. */
  readonly minutes: number | null
  /** Percent of the weakest track of the signed recording. */
  readonly coverage: number | null
  readonly status: number | null
  readonly decision: string | null
}

export type ExamFacts = {
  readonly exam: {
    readonly id: ExamId
    readonly title: string
    readonly opensAt: Instant
    readonly lengthMinutes: number
    /** Its act has the form with statuses 1…6. */
    readonly hasStatuses: boolean
  }
  readonly sessions: readonly ExamSessionFigures[]
  /** Minutes after each person's own start. */
  readonly hintMinutes: readonly number[]
  readonly hintsOpen: number
  readonly failures: readonly { readonly minutes: number; readonly fault: string }[]
  readonly marks: readonly { readonly code: ViolationCode; readonly count: number }[]
  /** By outcome; `open` for what is not decided. */
  readonly appeals: Readonly<Record<string, number>>
}

/** Figures over many sessions. Trial exams are in none of them. */
export type Dashboards = {
  /** Sessions whose time falls into this day, and those that still run. */
  readonly today: (from: Instant, to: Instant) => Promise<readonly TodaySession[]>
  readonly tickets: () => Promise<readonly OpenTicket[]>
  readonly waitingReviews: () => Promise<readonly WaitingReview[]>
  /** Recorded minutes each reviewer finished since then. */
  readonly reviewedSince: (since: Instant) => Promise<readonly (Named & { readonly minutes: number })[]>
  readonly fairness: (from: Instant, to: Instant) => Promise<FairnessFigures>
  /** When the first session that was watched by a machine began. */
  readonly firstWatched: () => Promise<Instant | null>
  readonly exams: (
    offset: number,
    limit: number,
  ) => Promise<{ readonly total: number; readonly rows: readonly ExamLine[] }>
  readonly exam: (id: ExamId) => Promise<ExamFacts | null>
}
