import type { Role } from '@ochno/domain/access/table'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant, Temporal } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Printer } from '../../ports/print.ts'
import type { ErasedList, Shredder, SubjectData } from '../../ports/retention.ts'
import type { KeyRing } from '../../ports/signing.ts'
import type { Manifests } from '../../ports/evidence.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type RetentionDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly objects: ObjectStore
  readonly shredder: Shredder
  readonly erased: ErasedList
  /** The key leaves the memory too. */
  readonly forgetKey: (session: SessionId) => void
  readonly printer: Printer
  readonly manifests: Manifests
  readonly keys: KeyRing
  readonly subject: SubjectData
}

export type Keeper = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

export const dayIn = (at: Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

export const zoneOf = async (tx: Tx): Promise<string> => (await tx.institutions.look())?.zone ?? 'UTC'

export const entry = (
  keeper: Keeper,
  at: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at,
  tenant: keeper.tenant,
  actor: keeper.account,
  role: keeper.roles[0] ?? 'system',
  action: `retention.${action}`,
  object,
  purpose: 'retention',
  result: 'ok',
  details,
})
