import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Audit, AuditEntry } from '../../ports/audit.ts'
import type { ScanSeal } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Store } from '../../ports/store.ts'

export type ServiceDeps = { readonly store: Store; readonly ids: Ids }

export type FileDeps = ServiceDeps & {
  readonly objects: ObjectStore
  readonly seal: ScanSeal
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly audit: Audit
  readonly log: Log
  readonly diskTakes: () => boolean
}

export type Keeper = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

export const entry = (
  keeper: Keeper,
  now: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at: now,
  tenant: keeper.tenant,
  actor: keeper.account,
  role: keeper.roles.includes('admin') ? 'admin' : (keeper.roles[0] ?? 'system'),
  action: `service.${action}`,
  object,
  purpose: 'administration',
  result: 'ok',
  details,
})
