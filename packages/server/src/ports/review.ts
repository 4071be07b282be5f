import type { OutsiderSign } from '@ochno/domain/incident/signs'
import type { AccountId, ReviewId, SessionId, TenantId } from '@ochno/domain/ids'
import type { ReviewState } from '@ochno/domain/lifecycle/review'
import type { Span } from '@ochno/domain/recording/coverage'
import type { ReviewKind, Settled } from '@ochno/domain/review/second-look'
import type { Instant } from '@ochno/domain/time'

export type Review = {
  readonly id: ReviewId
  readonly session: SessionId
  readonly kind: ReviewKind
  readonly state: ReviewState
  readonly createdAt: Instant
  readonly due: Instant | null
  readonly recordedMinutes: number
  readonly reviewer: AccountId | null
  readonly assignedAt: Instant | null
  readonly openedAt: Instant | null
  readonly reviewedAt: Instant | null
  readonly escalatedAt: Instant | null
  readonly played: readonly Span[]
  /** Of that, at its own speed or slower; null: told before speeds were kept. */
  readonly unhurried: readonly Span[] | null
  readonly status: number | null
  readonly comment: string
  readonly known: readonly string[]
  /** Of a control: the stretch that is looked at, Unix ms. Null: all of the recording. */
  readonly piece: Span | null
}

export type ReviewFacts = Review & {
  readonly examinee: AccountId
  readonly examineeName: string
  readonly examTitle: string
  readonly reviewerName: string | null
  readonly authorizedAt: Instant | null
  readonly startedAt: Instant | null
  readonly deauthorizedAt: Instant | null
}

export type FoundMark = {
  readonly kind: 'mark'
  readonly code: string
  readonly from: string
  readonly to: string
  readonly note: string
  readonly sign?: OutsiderSign | undefined
}

/** What a blind look or a third one wrote down; `hint` says what became of one, `settled` what stands of a dispute. */
export type Finding =
  | (FoundMark & { readonly hint: number | null })
  | { readonly kind: 'dismissed'; readonly hint: number; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly of: number; readonly reason: string }
  | ({ readonly kind: 'settled' } & Settled)

export type StoredFinding = {
  readonly seq: number
  readonly at: Instant
  readonly by: AccountId
  readonly finding: Finding
}

export type Withdrawn = {
  readonly session: SessionId
  /** Number of the mark in the session's log. */
  readonly seq: number
  readonly at: Instant
  readonly by: AccountId
  readonly review: ReviewId
  readonly reason: string
}

/** A mark of the session's log that was made at a review, and the hint it answers. */
export type MadeAtReview = {
  readonly session: SessionId
  readonly seq: number
  readonly review: ReviewId
  readonly hint: number | null
}

export type Unasked = {
  readonly session: SessionId
  readonly examinee: string
  readonly exam: string
  readonly at: Instant
}

export type Reviews = {
  /** False when the session has one of this kind already. */
  readonly add: (review: Review) => Promise<boolean>
  /** Every one that is open, and those finished after `since`; with null the open ones alone. */
  readonly list: (since: Instant | null) => Promise<readonly ReviewFacts[]>
  readonly ofSession: (session: SessionId) => Promise<readonly ReviewFacts[]>
  /** Sessions that ended after `since` and have no review, newest first. */
  readonly unasked: (since: Instant) => Promise<readonly Unasked[]>
  readonly find: (id: ReviewId) => Promise<ReviewFacts | null>
  /** The row is ours until the transaction ends. */
  readonly lock: (id: ReviewId) => Promise<ReviewFacts | null>
  readonly save: (review: Review) => Promise<void>
  readonly findings: (id: ReviewId) => Promise<readonly StoredFinding[]>
  readonly findingsIn: (ids: readonly ReviewId[]) => Promise<ReadonlyMap<ReviewId, readonly StoredFinding[]>>
  /** The review's row must be held. */
  readonly addFinding: (id: ReviewId, found: Omit<StoredFinding, 'seq'>) => Promise<void>
  readonly made: (mark: MadeAtReview) => Promise<void>
  readonly madeOf: (session: SessionId) => Promise<readonly MadeAtReview[]>
  readonly withdraw: (mark: Withdrawn) => Promise<void>
  /** Marks of the session's log that do not stand. */
  readonly withdrawn: (session: SessionId) => Promise<readonly Withdrawn[]>
  readonly controlPercent: () => Promise<number>
  readonly setControlPercent: (percent: number, by: AccountId, at: Instant) => Promise<void>
  /** What this reviewer has finished of first looks, and the controls ever given to him. */
  readonly controlsOf: (
    reviewer: AccountId,
  ) => Promise<{ readonly finished: number; readonly controls: number }>
  /** Open ones whose recording is destroyed or closed to everybody, or whose person took a consent back. */
  readonly lostControls: () => Promise<readonly ReviewId[]>
  /** Finished first looks of others at recordings that were never a control of his, the newest first. */
  readonly settledForControl: (reviewer: AccountId) => Promise<readonly ReviewFacts[]>
}

/** Institutions with an open review past its term that nobody was told of yet. */
export type OverdueReviews = (now: Instant) => Promise<readonly TenantId[]>
