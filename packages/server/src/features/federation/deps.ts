import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { adminFirst, lines } from '../../ports/asking.ts'
import type { Digest } from '../../ports/digest.ts'
import type {
  Directory,
  Federation,
  LdapAsked,
  LdapServer,
  Oidc,
  OidcAsked,
  OidcServer,
} from '../../ports/federation.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SecretSeal } from '../../ports/mail.ts'
import type { Throttle } from '../../ports/sign-ins.ts'
import type { Rights } from '../../ports/store.ts'

export type { Asker } from '../../ports/asking.ts'

export type FederationDeps = {
  readonly rows: Federation
  readonly oidc: Oidc
  readonly directory: Directory
  readonly seal: SecretSeal
  readonly digest: Digest
  readonly ids: Ids
  readonly throttle: Throttle
  readonly rights: Rights
  /** Of the pages, from the settings and never from a request. */
  readonly address: () => string
}
export type From = { readonly ip: string; readonly now: Instant }

export const no = <Why extends string>(why: Why, retryAfterS?: number) => ({
  ok: false as const,
  why,
  ...(retryAfterS === undefined ? {} : { retryAfterS }),
})

export const RETURN_PATH = '/sign-in/back'

export const oidcSeal = (tenant: TenantId): string => `oidc|${tenant}`
export const ldapSeal = (tenant: TenantId): string => `ldap|${tenant}`

type Opening = Pick<FederationDeps, 'seal'>
export const oidcAsked = (
  { seal }: Opening,
  tenant: TenantId,
  { secret, ...rest }: OidcServer,
): OidcAsked => ({
  ...rest,
  secret: secret ? seal.open(oidcSeal(tenant), secret) : null,
})
export const ldapAsked = (
  { seal }: Opening,
  tenant: TenantId,
  { password, ...rest }: LdapServer,
): LdapAsked => ({
  ...rest,
  password: password ? seal.open(ldapSeal(tenant), password) : null,
})

export const entry = lines({
  purpose: (asker, object) => (asker.account === object ? 'self' : 'administration'),
  role: adminFirst,
})
