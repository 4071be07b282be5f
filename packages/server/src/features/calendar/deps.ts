import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { Temporal, type Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type CalendarDeps = { readonly store: Store; readonly ids: Ids }

export type Keeper = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why, fields: readonly string[] = []) => ({
  ok: false as const,
  why,
  fields,
})

export const dateOf = (iso: string) => Temporal.PlainDate.from(iso)

/** The day it is where the institution is. */
export const todayOf = async (tx: Tx, now: Instant) =>
  now.toZonedDateTimeISO((await tx.institutions.own()).zone).toPlainDate()

export const entry = (
  keeper: Keeper,
  now: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  at: now,
  tenant: keeper.tenant,
  actor: keeper.account,
  role: keeper.roles.includes('admin') ? 'admin' : 'methodist',
  action,
  object,
  purpose: 'administration',
  result: 'ok',
  details,
})
