import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Audit } from '../../ports/audit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Exports, LogProofs, Manifests } from '../../ports/evidence.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { Blocked, Destroyed } from '../../ports/retention.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { KeyRing } from '../../ports/signing.ts'

export { no } from '../../ports/asking.ts'

export type EvidenceDeps = {
  readonly manifests: Manifests
  readonly exports: Exports
  readonly proofs: LogProofs
  /** Numbers what the journal holds and signs a head over all of it, now. */
  readonly signJournal: () => Promise<void>
  readonly recordings: Recordings
  readonly destroyed: Destroyed
  readonly blocked: Blocked
  readonly keys: KeyRing
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

/** Who asks, as the transport proved them. */
export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly role: 'commission' | 'dpo'
}

export type No<Why extends string> = { readonly ok: false; readonly why: Why }
