import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Attention, AttentionEvent } from '@ochno/domain/wall/attention'

/** What a console measured: a slice of time, or an alert that was looked at. */
export type AttentionSlice = {
  readonly id: string
  readonly session: SessionId
  readonly what: 'enlarged' | 'listening' | 'answered'
  readonly from: Instant
  readonly to: Instant
  readonly alert: string | null
}

export type AttentionHad = { readonly had: Attention; readonly events: readonly AttentionEvent[] }

export type AttentionStore = {
  /** A slice that is here already stays as it was. */
  readonly add: (proctor: AccountId, slices: readonly AttentionSlice[]) => Promise<void>
  /** Sessions of this proctor whose control window is open. */
  readonly watchedBy: (proctor: AccountId) => Promise<readonly SessionId[]>
  /** What all proctors together gave these sessions within their control windows; without those whose window has not opened. */
  readonly ofSessions: (
    sessions: readonly SessionId[],
    now: Instant,
  ) => Promise<ReadonlyMap<SessionId, AttentionHad>>
}
