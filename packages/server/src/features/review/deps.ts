import type { Role } from '@ochno/domain/access/table'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'
import type { WeighSessions } from '../../ports/weighing.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type ReviewDeps = { readonly store: Store; readonly ids: Ids }
/** Where hints are shown or recordings put in order by them. */
export type DeskDeps = ReviewDeps & { readonly weigh: WeighSessions }

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
