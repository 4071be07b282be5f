import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { SignedWords } from '../../ports/identity-bridge.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SecretSeal } from '../../ports/mail.ts'
import type { Store } from '../../ports/store.ts'

export type BridgeDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly seal: SecretSeal
  readonly words: SignedWords
  /** Of the pages, from the settings and never from a request. */
  readonly address: () => string
}
export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const RETURN_PATH = '/identity-return'
export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })
export const sealName = (tenant: TenantId): string => `identity-bridge|${tenant}`

export const entry = (
  asker: Asker,
  at: Instant,
  action: string,
  object: string,
  details: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  at,
  tenant: asker.tenant,
  actor: asker.account,
  role: asker.roles.includes('admin') ? 'admin' : (asker.roles[0] ?? 'system'),
  action,
  object,
  purpose: 'identification',
  result: 'ok',
  details,
})
