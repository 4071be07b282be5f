import type { Role } from '@ochno/domain/access/table'
import type { AccountId, ActId, TenantId } from '@ochno/domain/ids'
import type { Party } from '@ochno/domain/lifecycle/machine'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'

export type ActDeps = { readonly store: Store; readonly ids: Ids }

export type Keeper = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

/** The director's order is entered by an administrator; a methodist prepares and agrees. */
export const partyOf = (keeper: Keeper): Party | null =>
  keeper.roles.includes('admin') ? 'director' : keeper.roles.includes('methodist') ? 'office' : null

export const entry = (
  keeper: Keeper,
  now: Instant,
  action: string,
  act: ActId,
  details: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  at: now,
  tenant: keeper.tenant,
  actor: keeper.account,
  role: keeper.roles.includes('admin') ? 'admin' : 'methodist',
  action,
  object: act,
  purpose: 'administration',
  result: 'ok',
  details,
})
