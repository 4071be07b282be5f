import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Audit } from '../../ports/audit.ts'
import type { DisputeUse } from '../../ports/consents.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { LiveHub } from '../../ports/live.ts'
import type { Log } from '../../ports/log.ts'
import type { Blocked, Destroyed } from '../../ports/retention.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { AccessJournal, Views, WatchedSessions } from '../../ports/watching.ts'

export { no } from '../../ports/asking.ts'

export type WatchDeps = {
  readonly sessions: WatchedSessions
  readonly views: Views
  readonly journal: AccessJournal
  readonly audit: Audit
  readonly recordings: Recordings
  readonly hub: LiveHub
  readonly disputeUse: DisputeUse
  /** Nothing is left of such a recording but its act. */
  readonly destroyed: Destroyed
  /** P-31: kept, and looked at by nobody. */
  readonly blocked: Blocked
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

/** The person who looks, as the transport proved them. */
export type Viewer = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  readonly signIn: string
  readonly provedAt: Instant
  readonly ip: string
}

export type No<Why extends string> = { readonly ok: false; readonly why: Why }
