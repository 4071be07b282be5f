import type { Role } from '@ochno/domain/access/table'
import { type ReviewOrder, reviewOrder } from '@ochno/domain/appeal/order'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Instant } from '@ochno/domain/time'
import type { AppealedResults } from '../../ports/appealed-results.ts'
import type { AppealSetting } from '../../ports/appeals.ts'
import type { Audit, AuditEntry } from '../../ports/audit.ts'
import type { DisputeUse } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { PaperPress, PaperSeal } from '../../ports/protocols.ts'
import type { Store } from '../../ports/store.ts'

export type AppealDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly audit: Audit
  readonly press: PaperPress
  readonly objects: ObjectStore
  readonly seal: PaperSeal
  readonly results: AppealedResults
  readonly disputeUse: DisputeUse
}

export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

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
  role: roles[0] ?? 'system',
  action: `appeal.${action}`,
  object,
  purpose: 'appeal',
  result: 'ok',
  details,
})

/** The order of an exam: what its act says, and what the institution said where the act leaves it. */
export const orderOf = (policy: EffectivePolicy, { situations, steps }: AppealSetting): ReviewOrder =>
  reviewOrder(policy, { situations: situations.map((one) => ({ ...one, subject: 'own' as const })), steps })
