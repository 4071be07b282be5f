import type { Role } from '@ochno/domain/access/table'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Audit, AuditEntry } from '../../ports/audit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EvidenceSeal } from '../../ports/door.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Digest } from '../../ports/ingest.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Store } from '../../ports/store.ts'
import type { AccessJournal } from '../../ports/watching.ts'
import type { Frames } from './frames.ts'

export { no } from '../../ports/asking.ts'

export type DoorDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly audit: Audit
  readonly journal: AccessJournal
  readonly objects: ObjectStore
  readonly seal: EvidenceSeal
  readonly digest: Digest
  readonly frames: Frames
  /** False past the limit from which nothing new is taken (ING-34). */
  readonly diskTakesNew: () => boolean
}

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  readonly signIn: string
  readonly ip: string
}

export type No<Why extends string> = { readonly ok: false; readonly why: Why }
export const entry = (
  asker: Asker,
  at: Instant,
  action: string,
  object: SessionId | AccountId,
  role: Role,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at,
  tenant: asker.tenant,
  actor: asker.account,
  role,
  action: `door.${action}`,
  object,
  purpose: 'identification',
  result: 'ok',
  details,
})
