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

export type AttentionStore = {
  /** A slice that is here already stays as it was. */
  readonly add: (proctor: AccountId, slices: readonly AttentionSlice[]) => Promise<void>
  /** Sessions of this proctor whose control window is open. */
  readonly watchedBy: (proctor: AccountId) => Promise<readonly SessionId[]>
  readonly events: (session: SessionId) => Promise<readonly AttentionEvent[]>
  /** For the protocol: what all proctors together gave this session within its control window; null before it opened. */
  readonly ofSession: (session: SessionId, now: Instant) => Promise<Attention | null>
}
