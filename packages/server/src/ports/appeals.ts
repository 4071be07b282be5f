import type { Member } from '@ochno/domain/appeal/commission'
import type { Situation, Step } from '@ochno/domain/appeal/order'
import type { Recusal } from '@ochno/domain/appeal/recusal'
import type { Vote, Voting } from '@ochno/domain/appeal/vote'
import type { ResultValue } from '@ochno/domain/decision/values'
import type { Piece, Shown } from '@ochno/domain/appeal/watched'
import type { AccountId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { AppealState } from '@ochno/domain/lifecycle/appeal'
import type { Span } from '@ochno/domain/recording/coverage'
import type { Instant } from '@ochno/domain/time'
import type { PaperId } from './protocols.ts'

export type AppealId = Id<'apl'>

export type SeatedMember = Member & { readonly person: AccountId; readonly name: string }

export type AppealVerdict = {
  readonly satisfied: boolean
  /** The result after it, when it changed. */
  readonly value: ResultValue | null
  /** Keys of the marks that were taken off. */
  readonly annulled: readonly string[]
  readonly reasoning: string
  readonly timeCodes: readonly Span[]
  readonly by: AccountId
  readonly name: string
  readonly at: Instant
  /** T-17: who agreed that a result is annulled. */
  readonly second?: { readonly id: AccountId; readonly name: string } | null
  /** How the commission voted; absent in verdicts from before it did. */
  readonly votes?: { readonly satisfy: number; readonly dismiss: number } | null
}

export type AppealVote = Vote & {
  readonly person: AccountId
  readonly name: string
  /** What one who was outvoted wants to be written down. */
  readonly opinion: string
  readonly at: Instant
}

export type AppealRecusal = Recusal & {
  readonly person: AccountId
  readonly name: string
  readonly reason: string
  readonly at: Instant
  readonly answer: string
  readonly answeredBy: string
}

/** `at`, by whom and in what words; the lifecycle's own command where there is one. */
export type AppealEvent = {
  readonly at: Instant
  readonly what: string
  readonly by: string
  readonly text: string
}

export type Appeal = {
  readonly id: AppealId
  readonly number: number
  readonly session: SessionId
  readonly state: AppealState
  readonly filedBy: AccountId
  readonly filedByName: string
  readonly filedAt: Instant
  readonly asRepresentative: boolean
  /** As the order stood when it was filed. */
  readonly situation: Situation
  readonly steps: readonly Step[]
  readonly body: string
  readonly least: number
  /** Absent in appeals from before the commission voted by name. */
  readonly voting?: Voting
  readonly votes?: readonly AppealVote[]
  readonly recusals?: readonly AppealRecusal[]
  readonly filingUntil: Instant | null
  readonly considerUntil: Instant | null
  readonly late: boolean
  readonly circumstances: string
  readonly contested: readonly string[]
  /** Why it was not admitted. */
  readonly reason: string
  readonly outcome: 'inadmissible' | 'satisfied' | 'dismissed' | 'withdrawn' | null
  readonly commission: readonly SeatedMember[]
  readonly done: readonly { readonly step: string; readonly at: Instant; readonly by: string }[]
  readonly verdict: AppealVerdict | null
  /** An annulment by the chair that a second person has not agreed to yet; absent in appeals from before it could be. */
  readonly proposed?: AppealVerdict | null
  readonly papers: readonly PaperId[]
  readonly history: readonly AppealEvent[]
}

export type AppealSetting = {
  readonly situations: readonly { readonly id: string; readonly words: string }[]
  readonly steps: readonly Step[]
  readonly least: number
  readonly answerDays: number | null
} & Partial<Voting>

export type MarkAnswer = {
  readonly key: string
  readonly text: string
  readonly by: AccountId
  readonly at: Instant
}

/** Every record of pictures and sound, where it lies on the server's clock. */
export type RecordedPieces = (tenant: TenantId, session: SessionId) => Promise<readonly Piece[]>

export type Appeals = {
  /** Oldest first. The session must be held by who adds one. */
  readonly ofSession: (session: SessionId) => Promise<readonly Appeal[]>
  /** The latest first. */
  readonly list: () => Promise<readonly Appeal[]>
  readonly find: (id: AppealId) => Promise<Appeal | null>
  /** The row is ours until the transaction ends. */
  readonly lock: (id: AppealId) => Promise<Appeal | null>
  /** Gives the next number of the institution. */
  readonly nextNumber: () => Promise<number>
  readonly save: (appeal: Appeal, at: Instant) => Promise<void>
  /** For `keepsRecording` of domain/retention/hold: what is on the way keeps the recording of its session. */
  readonly statesOf: (session: SessionId) => Promise<readonly AppealState[]>
  /** T-19: what of the recording was shown to one of these since then, by the journal; null: nothing was recorded. */
  readonly shown: (
    session: SessionId,
    by: readonly string[],
    since: Instant,
  ) => Promise<readonly Shown[] | null>
  readonly answers: (session: SessionId) => Promise<readonly MarkAnswer[]>
  readonly saveAnswer: (session: SessionId, answer: MarkAnswer) => Promise<void>
  readonly setting: () => Promise<AppealSetting>
  readonly saveSetting: (setting: AppealSetting, at: Instant) => Promise<void>
}
