import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { LdapServer } from '../../ports/federation.ts'
import { type Asker, entry, type FederationDeps, type From, ldapAsked, ldapSeal, no } from './deps.ts'
import { showFederation } from './show-federation.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3})$/i

export type GivenLdap = Omit<LdapServer, 'password'> & { readonly password?: string | null }

export async function saveLdap(deps: FederationDeps, asker: Asker, given: GivenLdap, now: Instant) {
  const { password: word, ...server } = given
  if (!server.filter.includes('{login}')) return no('filter_without_login')
  // Here the passwords of people travel, not only ours.
  if (server.security === 'none' && !LOOPBACK.test(server.host)) return no('federation_in_clear')
  const before = await deps.rows.ldap(asker.tenant)
  const same =
    before?.host === server.host &&
    before.port === server.port &&
    before.bindDn === server.bindDn &&
    before.ca === server.ca
  if (word === undefined && before?.password && server.bindDn !== null && !same)
    return no('federation_secret_again')
  const password =
    server.bindDn === null
      ? null
      : typeof word === 'string'
        ? deps.seal.seal(ldapSeal(asker.tenant), word)
        : word === undefined
          ? (before?.password ?? null)
          : null
  await deps.rows.saveLdap(
    asker.tenant,
    { ...server, password },
    now,
    entry(asker, now, 'ldap.set', asker.tenant, {
      host: server.host,
      port: server.port,
      security: server.security,
      password: password !== null,
    }),
  )
  return { ok: true as const, body: await showFederation(deps, asker) }
}

export async function removeLdap(deps: FederationDeps, asker: Asker, now: Instant) {
  if ((await deps.rows.directory(asker.tenant)).length > 0) return no('directory_in_use')
  await deps.rows.saveLdap(asker.tenant, null, now, entry(asker, now, 'ldap.remove', asker.tenant))
  return { ok: true as const, body: await showFederation(deps, asker) }
}

const HOW_MANY = ['none', 'one', 'several'] as const

export async function tryLdap(deps: FederationDeps, asker: Asker, login: string | null, { ip, now }: From) {
  const server = await deps.rows.ldap(asker.tenant)
  if (!server) return no('not_found')
  const waitS = await deps.throttle.reserve(`FEDERATION ${asker.tenant}`, ip, now)
  if (waitS > 0) return no('too_many', waitS)
  const tried = await deps.directory.try(ldapAsked(deps, asker.tenant, server), login)
  if (!tried.ok) return { ok: true as const, body: { works: false as const, why: tried.why } }
  await deps.throttle.forgive(`FEDERATION ${asker.tenant}`, ip)
  const found = tried.found === null ? null : (HOW_MANY[Math.min(tried.found, 2)] ?? 'several')
  return { ok: true as const, body: { works: true as const, found } }
}

export async function markDirectory(
  deps: FederationDeps,
  asker: Asker,
  logins: readonly string[],
  now: Instant,
) {
  if (!(await deps.rows.ldap(asker.tenant))) return no('no_directory')
  // Whoever sets the directory up must be able to mend it when it refuses everybody.
  const own = await deps.rows.loginOf(asker.account)
  const given = [...new Set(logins)].filter((login) => login !== own)
  const found = await deps.rows.mark(asker.tenant, given, now, entry(asker, now, 'ldap.mark', asker.tenant))
  for (const { account } of found) deps.rights.changed(account)
  const known = new Set(found.map((one) => one.login))
  return {
    ok: true as const,
    body: { marked: found.length, unknown: [...new Set(logins)].filter((login) => !known.has(login)) },
  }
}

export async function unmarkDirectory(deps: FederationDeps, asker: Asker, account: AccountId, now: Instant) {
  const gone = await deps.rows.unmark(asker.tenant, account, entry(asker, now, 'ldap.unmark', account))
  return gone ? { ok: true as const, body: undefined } : no('not_found')
}
