import type { federationRoutes } from '@ochno/contract/federation'
import type { TenantId } from '@ochno/domain/ids'
import type { IncomingHttpHeaders } from 'node:http'
import type { FederationDeps } from '../features/federation/deps.ts'
import { listEntrances, openEntrance, returnFromEntrance } from '../features/federation/entrance.ts'
import {
  markDirectory,
  removeLdap,
  saveLdap,
  tryLdap,
  unmarkDirectory,
} from '../features/federation/ldap-server.ts'
import { myEntrances, unlinkEntrance } from '../features/federation/my-entrances.ts'
import { removeOidc, saveOidc, tryOidc } from '../features/federation/oidc-server.ts'
import { showFederation } from '../features/federation/show-federation.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { openSignIn } from '../features/sign-in/open-sign-in.ts'
import type { LinkId } from '../ports/federation.ts'
import { signInCookie } from './guard.ts'
import type { Handlers } from './seam.ts'
import { caller } from './sign-in.ts'

const COOKIE = '__Host-way'
const MINUTES_10 = 600
const wayCookie = (secret: string, life: number) =>
  `${COOKIE}=${secret}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${life}`

function waySecret(headers: IncomingHttpHeaders): string | null {
  const found = [...(headers.cookie ?? '').matchAll(/(?:^|;\s*)__Host-way=([0-9a-f]{64})(?=;|$)/g)]
  return found.length === 1 ? (found[0]?.[1] ?? null) : null
}

export const federationHandlers = (
  deps: FederationDeps,
  signIn: SignInDeps,
): Handlers<typeof federationRoutes> => ({
  readFederation: async ({ actor }) => ({ ok: true, body: await showFederation(deps, actor) }),
  saveOidc: ({ actor, now }, { body }) => saveOidc(deps, actor, body, now),
  removeOidc: ({ actor, now }) => removeOidc(deps, actor, now),
  tryOidc: (context) => tryOidc(deps, context.actor, context),
  saveLdap: ({ actor, now }, { body }) => saveLdap(deps, actor, body, now),
  removeLdap: ({ actor, now }) => removeLdap(deps, actor, now),
  tryLdap: (context, { body }) => tryLdap(deps, context.actor, body.login, context),
  markDirectory: ({ actor, now }, { body }) => markDirectory(deps, actor, body.logins, now),
  unmarkDirectory: ({ actor, now }, { params }) => unmarkDirectory(deps, actor, params.id, now),
  listEntrances: async (_, { query }) => ({
    ok: true,
    body: await listEntrances(deps, query.at as TenantId | undefined),
  }),
  openEntrance: async (context, { body }, { reply }) => {
    const opened = await openEntrance(deps, { tenant: body.at as TenantId, account: null }, context)
    if (!opened.ok) return opened
    reply.header('set-cookie', wayCookie(opened.secret, MINUTES_10))
    return { ok: true, body: { url: opened.url } }
  },
  linkEntrance: async (context, _, { reply }) => {
    const { tenant, account } = context.actor
    const opened = await openEntrance(deps, { tenant, account }, context)
    if (!opened.ok) return opened
    reply.header('set-cookie', wayCookie(opened.secret, MINUTES_10))
    return { ok: true, body: { url: opened.url } }
  },
  returnFromEntrance: async (context, { body }, raw) => {
    const { actor } = context
    const came = await returnFromEntrance(
      deps,
      {
        query: body.query,
        secret: waySecret(raw.request.headers),
        // Whoever still owes the second factor links nothing (B-23).
        actor: actor?.secondFactor === 'done' ? actor : null,
      },
      context,
    )
    raw.reply.header('set-cookie', wayCookie('', 0))
    if (!came.ok) return came
    if (came.did === 'linked') return { ok: true, body: { did: 'linked' } }
    const opened = await openSignIn(signIn, came.person, caller(context, raw))
    raw.reply.header('set-cookie', signInCookie(opened.secret))
    return { ok: true, body: { did: 'entered', me: opened.me } }
  },
  readMyEntrances: async ({ actor }) => ({ ok: true, body: await myEntrances(deps, actor) }),
  unlinkEntrance: ({ actor, now }, { params }) => unlinkEntrance(deps, actor, params.id as LinkId, now),
})
