import type { AccountId, Id, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from './audit.ts'
import type { Sealed } from './mail.ts'
import type { Person } from './sign-ins.ts'

export type OidcServer = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly hosts: readonly string[]
  readonly secret: Sealed | null
}
export type LdapServer = {
  readonly host: string
  readonly port: number
  readonly security: 'ldaps' | 'starttls' | 'none'
  readonly base: string
  readonly filter: string
  readonly bindDn: string | null
  readonly ca: string | null
  readonly password: Sealed | null
}
export type OidcAsked = Omit<OidcServer, 'secret'> & { readonly secret: string | null }
export type LdapAsked = Omit<LdapServer, 'password'> & { readonly password: string | null }

export type OidcTrouble =
  | 'unreachable'
  | 'wrong_certificate'
  | 'not_oidc'
  | 'other_issuer'
  | 'other_host'
  | 'no_pkce'
  | 'wrong_client'
  | 'unexpected'
export type LdapTrouble =
  | 'unreachable'
  | 'wrong_certificate'
  | 'no_tls'
  | 'wrong_bind'
  | 'wrong_base'
  | 'wrong_filter'
  | 'unexpected'

/** What ties the way back to the way out. */
export type Thread = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type Oidc = {
  readonly begin: (
    server: OidcAsked,
    returnTo: string,
    thread: Thread,
  ) => Promise<
    { readonly ok: true; readonly url: string } | { readonly ok: false; readonly why: OidcTrouble }
  >
  /** Who came back, as the server signed it. */
  readonly finish: (
    server: OidcAsked,
    cameBackTo: string,
    thread: Thread,
  ) => Promise<
    | { readonly ok: true; readonly issuer: string; readonly subject: string }
    | { readonly ok: false; readonly why: 'refused' | 'failed' | 'away' }
  >
  readonly try: (server: OidcAsked, returnTo: string) => Promise<OidcTrouble | null>
}

export type Directory = {
  /** Whether the directory takes this password for the one entry of the login. */
  readonly check: (server: LdapAsked, login: string, password: string) => Promise<'yes' | 'no' | 'away'>
  readonly try: (
    server: LdapAsked,
    login: string | null,
  ) => Promise<
    { readonly ok: true; readonly found: number | null } | { readonly ok: false; readonly why: LdapTrouble }
  >
}

export type LinkId = Id<'fid'>
export type Waiting = { readonly tenant: TenantId; readonly account: AccountId | null }

/** Rows of signing in elsewhere; each change is committed together with its journal entry. */
export type Federation = {
  readonly oidc: (tenant: TenantId) => Promise<OidcServer | null>
  readonly saveOidc: (
    tenant: TenantId,
    server: OidcServer | null,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<void>
  readonly ldap: (tenant: TenantId) => Promise<LdapServer | null>
  readonly saveLdap: (
    tenant: TenantId,
    server: LdapServer | null,
    at: Instant,
    audit: AuditEntry,
  ) => Promise<void>
  readonly directory: (
    tenant: TenantId,
  ) => Promise<readonly { readonly account: AccountId; readonly login: string; readonly fullName: string }[]>
  /** Logins of the institution that were found; their earlier sign-ins end. */
  readonly mark: (
    tenant: TenantId,
    logins: readonly string[],
    at: Instant,
    audit: AuditEntry,
  ) => Promise<readonly { readonly account: AccountId; readonly login: string }[]>
  readonly unmark: (tenant: TenantId, account: AccountId, audit: AuditEntry) => Promise<boolean>
  readonly loginOf: (account: AccountId) => Promise<string | null>
  /** The only institution of the installation, if there is one alone. */
  readonly only: () => Promise<TenantId | null>
  /** One way out that waits for its way back. */
  readonly wait: (stateHash: Uint8Array, of: Waiting, endsAt: Instant, now: Instant) => Promise<void>
  /** Once: the second caller gets null. */
  readonly take: (stateHash: Uint8Array, now: Instant) => Promise<Waiting | null>
  readonly linked: (tenant: TenantId, issuer: string, subject: string) => Promise<Person | null>
  readonly link: (
    row: {
      readonly id: LinkId
      readonly tenant: TenantId
      readonly account: AccountId
      readonly issuer: string
      readonly subject: string
      readonly at: Instant
    },
    audit: AuditEntry,
  ) => Promise<'linked' | 'linked_to_another'>
  readonly links: (
    account: AccountId,
  ) => Promise<readonly { readonly id: LinkId; readonly issuer: string; readonly at: Instant }[]>
  readonly unlink: (account: AccountId, id: LinkId, audit: AuditEntry) => Promise<boolean>
}
