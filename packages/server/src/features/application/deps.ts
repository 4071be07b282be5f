import type { Role } from '@ochno/domain/access/table'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Printer } from '../../ports/print.ts'
import type { Store } from '../../ports/store.ts'

export type ApplicationDeps = { readonly store: Store; readonly ids: Ids; readonly printer: Printer }

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why, fields: readonly string[] = []) => ({
  ok: false as const,
  why,
  fields,
})

export const entry = (
  asker: Asker,
  now: Instant,
  action: string,
  object: ExamId | AccountId,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at: now,
  tenant: asker.tenant,
  actor: asker.account,
  role: asker.roles[0] ?? 'system',
  action: `application.${action}`,
  object,
  purpose: 'exam',
  result: 'ok',
  details,
})
