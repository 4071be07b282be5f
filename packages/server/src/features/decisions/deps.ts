import { onlyAssigned } from '@ochno/domain/access/may'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Ids } from '../../ports/ids.ts'
import type { DecidedForms } from '../../ports/decided-forms.ts'
import type { PaperPress } from '../../ports/protocols.ts'
import type { Store } from '../../ports/store.ts'

export type DecisionDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly press: PaperPress
  readonly decidedForms: DecidedForms
}

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  /** The deputy director. */
  readonly leads: boolean
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

/** Nobody decides who sees only what they proctor. */
export const seesResults = (asker: Asker): boolean => !onlyAssigned(asker)

export const entry = (
  { account, tenant, roles }: Asker,
  at: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  at,
  tenant,
  actor: account,
  role: roles.find((role) => role !== 'proctor') ?? 'system',
  action: `decision.${action}`,
  object,
  purpose: 'decision',
  result: 'ok',
  details,
})
