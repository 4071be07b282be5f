import type { Instant } from '@ochno/domain/time'
import type { OidcServer } from '../../ports/federation.ts'
import {
  type Asker,
  entry,
  type FederationDeps,
  type From,
  no,
  oidcAsked,
  oidcSeal,
  RETURN_PATH,
} from './deps.ts'
import { showFederation } from './show-federation.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export type GivenOidc = Omit<OidcServer, 'secret'> & { readonly secret?: string | null }

export async function saveOidc(deps: FederationDeps, asker: Asker, given: GivenOidc, now: Instant) {
  const { secret: word, ...server } = given
  const issuer = new URL(server.issuer)
  if (issuer.protocol !== 'https:' && !LOOPBACK.test(issuer.hostname)) return no('federation_in_clear')
  const before = await deps.rows.oidc(asker.tenant)
  const same = before?.issuer === server.issuer && before.clientId === server.clientId
  const widened = server.hosts.some((host) => !before?.hosts.includes(host))
  // Whoever may change the address must not get at the secret of the earlier one.
  if (word === undefined && before?.secret && !(same && !widened)) return no('federation_secret_again')
  const secret =
    typeof word === 'string'
      ? deps.seal.seal(oidcSeal(asker.tenant), word)
      : word === undefined
        ? (before?.secret ?? null)
        : null
  await deps.rows.saveOidc(
    asker.tenant,
    { ...server, secret },
    now,
    entry(asker, now, 'oidc.set', asker.tenant, {
      issuer: server.issuer,
      hosts: server.hosts,
      secret: secret !== null,
    }),
  )
  return { ok: true as const, body: await showFederation(deps, asker) }
}

export async function removeOidc(deps: FederationDeps, asker: Asker, now: Instant) {
  await deps.rows.saveOidc(asker.tenant, null, now, entry(asker, now, 'oidc.remove', asker.tenant))
  return { ok: true as const, body: await showFederation(deps, asker) }
}

export async function tryOidc(deps: FederationDeps, asker: Asker, { ip, now }: From) {
  const server = await deps.rows.oidc(asker.tenant)
  if (!server) return no('not_found')
  const waitS = await deps.throttle.reserve(`FEDERATION ${asker.tenant}`, ip, now)
  if (waitS > 0) return no('too_many', waitS)
  const why = await deps.oidc.try(oidcAsked(deps, asker.tenant, server), deps.address() + RETURN_PATH)
  if (why === null) await deps.throttle.forgive(`FEDERATION ${asker.tenant}`, ip)
  return { ok: true as const, body: why === null ? { works: true as const } : { works: false as const, why } }
}
