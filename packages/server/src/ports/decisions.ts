import type { AcademicDebt } from '@ochno/domain/decision/academic-debt'
import type { DirectorAnswer } from '@ochno/domain/decision/director'
import type { Maker } from '@ochno/domain/decision/makers'
import type { Recommendation } from '@ochno/domain/decision/recommend'
import type { ResultValue } from '@ochno/domain/decision/values'
import type { AccountId, ExamId, SessionId } from '@ochno/domain/ids'
import type { DecisionState } from '@ochno/domain/lifecycle/decision'
import type { Instant } from '@ochno/domain/time'

export type Named = {
  readonly id: AccountId
  readonly name: string
  readonly post: Maker
  readonly at: Instant
}

export type KeptDirector = DirectorAnswer & { readonly name: string }

export type Proposed = {
  readonly value: ResultValue
  readonly authentic: boolean
  readonly ground: string
  readonly lmsGrade: string
  readonly by: Named
}

export type KeptDecision = Proposed & {
  readonly second: Named | null
  /** The recommendations as the person saw them. */
  readonly shown: readonly Recommendation[]
  readonly departs: boolean
}

export type SessionDecision = {
  readonly session: SessionId
  readonly state: DecisionState
  /** The edition of the protocol it rests on. */
  readonly edition: number
  /** Answers to the questions of a clause, by code. */
  readonly answers: Readonly<Record<string, boolean>>
  /** Verified information about a substitution, with its source document. */
  readonly impersonation: { readonly document: string; readonly on: string; readonly what: string } | null
  readonly director: KeptDirector | null
  /** An annulment that waits for a second named person. */
  readonly proposed: Proposed | null
  readonly decided: KeptDecision | null
  readonly explanation: string | null
  readonly publishedBy: { readonly id: AccountId; readonly name: string } | null
  readonly publishedAt: Instant | null
  readonly debt: AcademicDebt | null
}

export type DecisionStep = {
  readonly at: Instant
  readonly kind:
    | 'director'
    | 'proposed'
    | 'sent_back'
    | 'decided'
    | 'published'
    | 'impersonation'
    | 'answered'
    | 'appealed'
    | 'lapsed'
    | 'upheld'
    | 'changed'
  readonly by: AccountId
  readonly name: string
  readonly text: string
}

export type HandedOver = {
  readonly session: SessionId
  readonly exam: ExamId
  readonly examTitle: string
  readonly examinee: string
  readonly group: string | null
  readonly number: string
  readonly handedOverAt: Instant
  readonly decision: SessionDecision | null
}

export type DecisionSetting = {
  /** Who decides where the act leaves it to the institution. */
  readonly maker: Maker | null
  /** App. 3 of each person goes with App. 4 (TR-48). */
  readonly annexed: boolean
}

export type Decisions = {
  /** Null: nobody has said anything about the result yet. */
  readonly ofSession: (session: SessionId) => Promise<SessionDecision | null>
  /** The session's row must be held. */
  readonly save: (decision: SessionDecision, at: Instant) => Promise<void>
  readonly steps: (session: SessionId) => Promise<readonly DecisionStep[]>
  readonly addStep: (session: SessionId, step: Omit<DecisionStep, 'name'>) => Promise<void>
  readonly handedOver: () => Promise<readonly HandedOver[]>
  readonly setting: () => Promise<DecisionSetting>
  readonly saveSetting: (setting: DecisionSetting, at: Instant) => Promise<void>
}
