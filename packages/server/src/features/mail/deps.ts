import type { TenantId } from '@ochno/domain/ids'
import { adminFirst, lines } from '../../ports/asking.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Digest } from '../../ports/digest.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { LinkSecret, Mailer, MailServer, SecretSeal } from '../../ports/mail.ts'
import type { Store } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

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

export const sealName = (tenant: TenantId): string => `mail-server|${tenant}`

export const asSent = ({ password, quiet: _, ...server }: MailServer, deps: MailDeps, tenant: TenantId) => ({
  ...server,
  password: password ? deps.seal.open(sealName(tenant), password) : null,
})

export const entry = lines({
  purpose: (asker, object) => (asker.account === object ? 'self' : 'administration'),
  role: adminFirst,
})
