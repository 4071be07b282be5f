import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Work = {
  readonly id: string
  readonly from: Instant
  readonly until: Instant
  readonly what: string
  readonly by: AccountId
  readonly announcedAt: Instant
}

export type MaintenanceStore = {
  /** Not over and not cancelled, the nearest first. */
  readonly coming: (now: Instant) => Promise<readonly Work[]>
  readonly add: (work: Work) => Promise<void>
  /** False when it is not there, or is over. */
  readonly cancel: (id: string, now: Instant) => Promise<boolean>
  /** A notice to everybody who may sign in; the number of those. */
  readonly tellEverybody: (work: Work, ids: () => string) => Promise<number>
  /** Sessions that may still run at that time. */
  readonly sessionsWithin: (from: Instant, until: Instant) => Promise<number>
}
