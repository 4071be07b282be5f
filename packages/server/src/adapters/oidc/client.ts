// Asks only the issuer and the hosts named beside it, follows no redirects, waits ten seconds and reads 256 KiB at most.
import * as oidc from 'openid-client'
import type { Oidc, OidcAsked, OidcTrouble } from '../../ports/federation.ts'

const WAIT_S = 10
const MOST_BYTES = 256 * 1024
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

class OtherHost extends Error {}

const allowed = (server: OidcAsked) => {
  const issuer = new URL(server.issuer)
  const hosts = new Set([issuer.host, ...server.hosts])
  return (to: URL) =>
    hosts.has(to.host) &&
    (to.protocol === 'https:' || (to.protocol === 'http:' && LOOPBACK.test(to.hostname)))
}

function guardedFetch(server: OidcAsked): oidc.CustomFetch {
  const may = allowed(server)
  return async (url, options) => {
    if (!may(new URL(url))) throw new OtherHost()
    const response = await fetch(url, {
      ...options,
      redirect: 'manual',
      signal: AbortSignal.timeout(WAIT_S * 1000),
    } as RequestInit)
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of response.body ?? []) {
      size += part.byteLength
      if (size > MOST_BYTES) throw new Error('the answer is too long')
      parts.push(part)
    }
    const { status, headers } = response
    const empty = status === 204 || status === 205 || status === 304
    return new Response(empty ? null : Buffer.concat(parts), { status, headers })
  }
}

/** The whole chain of causes, for a code somewhere in it. */
function* causes(error: unknown): Generator<Error & { code?: string }> {
  for (let one = error, depth = 0; one instanceof Error && depth < 6; one = one.cause, depth++) yield one
}

export function troubleOf(error: unknown): OidcTrouble {
  const chain = [...causes(error)]
  if (chain.some((one) => one instanceof OtherHost)) return 'other_host'
  if (chain.some(({ code }) => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code ?? '')))
    return 'wrong_certificate'
  if (
    chain.some(
      ({ code, name }) =>
        /^(ECONN|ENOTFOUND|EHOST|ENET|EAI_|ETIMEDOUT|UND_ERR)/.test(code ?? '') || name === 'TimeoutError',
    )
  )
    return 'unreachable'
  if (chain.some(({ code }) => code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) return 'other_issuer'
  return 'not_oidc'
}

async function configured(server: OidcAsked): Promise<oidc.Configuration> {
  const issuer = new URL(server.issuer)
  const options = {
    timeout: WAIT_S,
    [oidc.customFetch]: guardedFetch(server),
    execute: [
      // The signature is checked although the line is encrypted: it may end before the institution's server.
      oidc.enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  }
  const metadata = server.secret === null ? {} : { client_secret: server.secret }
  const way = server.secret === null ? oidc.None() : oidc.ClientSecretBasic(server.secret)
  const found = await oidc.discovery(issuer, server.clientId, metadata, way, options)
  const ways = found.serverMetadata().token_endpoint_auth_methods_supported
  if (server.secret === null || !ways || ways.includes('client_secret_basic')) return found
  return oidc.discovery(issuer, server.clientId, metadata, oidc.ClientSecretPost(server.secret), options)
}

export const openidClient = (): Oidc => ({
  begin: async (server, returnTo, thread) => {
    try {
      const config = await configured(server)
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: returnTo,
        scope: 'openid',
        state: thread.state,
        nonce: thread.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(thread.verifier),
        code_challenge_method: 'S256',
      })
      return allowed(server)(url) ? { ok: true, url: url.href } : { ok: false, why: 'other_host' }
    } catch (error) {
      return { ok: false, why: troubleOf(error) }
    }
  },
  finish: async (server, cameBackTo, thread) => {
    try {
      const config = await configured(server)
      const tokens = await oidc.authorizationCodeGrant(config, new URL(cameBackTo), {
        expectedState: thread.state,
        expectedNonce: thread.nonce,
        pkceCodeVerifier: thread.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      return claims ? { ok: true, issuer: claims.iss, subject: claims.sub } : { ok: false, why: 'failed' }
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError) return { ok: false, why: 'refused' }
      return { ok: false, why: troubleOf(error) === 'unreachable' ? 'away' : 'failed' }
    }
  },
  try: async (server, returnTo) => {
    let config: oidc.Configuration
    try {
      config = await configured(server)
    } catch (error) {
      return troubleOf(error)
    }
    const { authorization_endpoint, token_endpoint, jwks_uri } = config.serverMetadata()
    if (!authorization_endpoint || !token_endpoint || !jwks_uri) return 'not_oidc'
    const may = allowed(server)
    if (![authorization_endpoint, token_endpoint, jwks_uri].every((one) => may(new URL(one))))
      return 'other_host'
    if (!config.serverMetadata().supportsPKCE()) return 'no_pkce'
    // A code nobody gave: a server that knows us says the code is wrong, another says that we are.
    try {
      await oidc.genericGrantRequest(config, 'authorization_code', {
        code: 'trial',
        redirect_uri: returnTo,
        code_verifier: 'trial'.repeat(10),
      })
      return 'unexpected'
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError)
        return error.error === 'invalid_grant' ? null : 'wrong_client'
      if (error instanceof oidc.WWWAuthenticateChallengeError) return 'wrong_client'
      const why = troubleOf(error)
      return why === 'not_oidc' ? 'unexpected' : why
    }
  },
})
