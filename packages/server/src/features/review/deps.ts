import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'

export type ReviewDeps = { readonly store: Store; readonly ids: Ids }

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

export const audited = (
  { tenant, account }: Pick<Asker, 'tenant' | 'account'>,
  role: Role,
  action: string,
  object: string,
  at: Instant,
  details: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  at,
  tenant,
  actor: account,
  role,
  action,
  object,
  purpose: 'review',
  result: 'ok',
  details,
})

export const bySystem = (
  tenant: TenantId,
  action: string,
  object: string,
  at: Instant,
  details: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  at,
  tenant,
  actor: 'system',
  role: 'system',
  action,
  object,
  purpose: 'review',
  result: 'ok',
  details,
})
