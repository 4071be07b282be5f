import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Role } from '@ochno/domain/access/table'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { LinkSecret, Mailer, MailServer, SecretSeal } from '../../ports/mail.ts'
import type { Store } from '../../ports/store.ts'

export type MailDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly digest: Digest
  readonly mailer: Mailer
  readonly seal: SecretSeal
  readonly linkSecret: LinkSecret
  /** Of the pages, from the settings and never from a request: a link in a letter must not lead where a stranger says. */
  readonly address: () => string
}
export type Asker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
}

export const no = <Why extends string>(why: Why) => ({ ok: false as const, why })

export const sealName = (tenant: TenantId): string => `mail-server|${tenant}`

export const asSent = ({ password, quiet: _, ...server }: MailServer, deps: MailDeps, tenant: TenantId) => ({
  ...server,
  password: password ? deps.seal.open(sealName(tenant), password) : null,
})

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
  purpose: asker.account === object ? 'self' : 'administration',
  result: 'ok',
  details,
})
