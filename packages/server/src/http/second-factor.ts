import type { secondFactorRoutes } from '@ochno/contract/second-factor'
import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
} from '../features/sign-in/second-factor/authenticator.ts'
import type { Asking, SecondFactorDeps } from '../features/sign-in/second-factor/deps.ts'
import { passSecondFactor } from '../features/sign-in/second-factor/pass.ts'
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  removePasskey,
} from '../features/sign-in/second-factor/passkeys.ts'
import { renewRecovery } from '../features/sign-in/second-factor/recovery.ts'
import { showSecondFactor } from '../features/sign-in/second-factor/show.ts'
import type { Site } from '../ports/second-factor.ts'
import type { SignInId } from '../ports/sign-ins.ts'
import { signInCookie } from './guard.ts'
import type { Context, Handlers } from './seam.ts'

type Own = Pick<Context<(typeof secondFactorRoutes)['readSecondFactor']>, 'actor' | 'ip' | 'now'>

/** Where this page was opened, as the guard has already compared it with our own addresses. */
function siteOf({ headers }: FastifyRequest, fallback: string): Site | null {
  const origin = headers.origin ?? fallback
  if (!URL.canParse(origin)) return null
  const { hostname } = new URL(origin)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : { origin, name: 'Ochno' }
}

export function secondFactorHandlers(
  deps: SecondFactorDeps,
  of: { readonly shown: (key: Uint8Array) => string; readonly address: () => string },
): Handlers<typeof secondFactorRoutes> {
  const asking = ({ actor, ip, now }: Own, request: FastifyRequest): Asking => ({
    account: actor.account,
    tenant: actor.tenant,
    roles: actor.roles,
    signIn: actor.signIn as SignInId,
    ip,
    now,
    site: siteOf(request, of.address()),
  })
  return {
    readSecondFactor: async (context, _, { request }) => ({
      ok: true,
      body: await showSecondFactor(deps, asking(context, request), context.actor.secondFactor),
    }),
    beginAuthenticator: (context, _, { request }) =>
      beginAuthenticator(deps, asking(context, request), of.shown),
    confirmAuthenticator: (context, { body }, { request }) =>
      confirmAuthenticator(deps, asking(context, request), body.code),
    removeAuthenticator: (context, _, { request }) => removeAuthenticator(deps, asking(context, request)),
    beginPasskey: (context, _, { request }) => beginPasskey(deps, asking(context, request)),
    addPasskey: (context, { body }, { request }) => addPasskey(deps, asking(context, request), body),
    removePasskey: (context, { params }, { request }) =>
      removePasskey(deps, asking(context, request), params.id),
    renewRecovery: (context, _, { request }) => renewRecovery(deps, asking(context, request)),
    askPasskey: (context, _, { request }) => askPasskey(deps, asking(context, request)),
    passSecondFactor: async (context, { body }, { request, reply }) => {
      const outcome = await passSecondFactor(deps, asking(context, request), body)
      if (!outcome.ok) return outcome
      reply.header('set-cookie', signInCookie(outcome.secret))
      return { ok: true, body: outcome.me }
    },
    forgetFactors: async ({ actor, now }, { params, body }) => {
      const gone = await deps.factors.forget({ account: params.id, tenant: actor.tenant }, now, {
        at: now,
        tenant: actor.tenant,
        actor: actor.account,
        role: 'admin',
        action: 'second_factor.forget',
        object: params.id,
        purpose: 'administration',
        result: 'ok',
        details: { reason: body.reason },
      })
      deps.rights.changed(params.id)
      return gone ? { ok: true, body: undefined } : { ok: false, why: 'not_found' }
    },
  }
}
