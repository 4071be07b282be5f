import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Mend } from '@ochno/domain/trial/mend'
import type { MendItem } from '@ochno/domain/trial/mend-machine'

export type Trial = {
  readonly account: AccountId
  readonly at: Instant
  readonly destroyedAt: Instant
  readonly mend: readonly Mend[]
  readonly machine: readonly MendItem[]
}

export type Trials = {
  /** Null once its time is over, whether or not it was destroyed yet. */
  readonly find: (account: AccountId, now: Instant) => Promise<Trial | null>
  readonly put: (trial: Trial) => Promise<void>
  readonly forget: (account: AccountId) => Promise<void>
  readonly forgetDue: (now: Instant) => Promise<void>
}

/** Institutions with a trial whose time is over. */
export type DueTrials = (now: Instant) => Promise<readonly TenantId[]>
