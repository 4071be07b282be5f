import type { signInRoutes } from '@ochno/contract/sign-in'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { changePassword } from '../features/sign-in/change-password.ts'
import { audited, type Caller, meOf, type SignInDeps } from '../features/sign-in/deps.ts'
import { acceptInvitation, lookAtInvitation } from '../features/sign-in/invitation.ts'
import type { Opened } from '../features/sign-in/open-sign-in.ts'
import { proveAgain } from '../features/sign-in/prove-again.ts'
import { setUp } from '../features/sign-in/set-up.ts'
import { signIn } from '../features/sign-in/sign-in.ts'
import type { SignInId } from '../ports/sign-ins.ts'
import { noCookie, signInCookie } from './guard.ts'
import type { Actor, Context, Handlers, Refused } from './seam.ts'

type Raw = { readonly request: FastifyRequest; readonly reply: FastifyReply }
type Asked = Pick<Context<(typeof signInRoutes)['signIn']>, 'ip' | 'now'>

/** What a person would recognise their device by, out of what the browser says of itself. */
export function device(agent: string | undefined): string {
  const text = agent ?? ''
  const browser =
    /(YaBrowser|Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(
      text.replace(/Chrome(?=.*(YaBrowser|Edg|OPR))/, ''),
    ) ?? []
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(text)?.[1] ?? ''
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', YaBrowser: 'Yandex Browser' }
  const name = browser[1] ? `${names[browser[1]] ?? browser[1]} ${browser[2]}` : ''
  return [name, system].filter(Boolean).join(', ')
}

export const caller = ({ ip, now }: Asked, { request }: Raw): Caller => ({
  ip,
  now,
  device: device(request.headers['user-agent']),
})
export const own = (actor: Actor) => ({ account: actor.account, signIn: actor.signIn as SignInId })

function welcome(outcome: Opened | Refused, { reply }: Raw) {
  if (!outcome.ok) return outcome
  reply.header('set-cookie', signInCookie(outcome.secret))
  return { ok: true as const, body: outcome.me }
}

export const signInHandlers = (deps: SignInDeps): Handlers<typeof signInRoutes> => ({
  signIn: async (context, { body }, raw) => welcome(await signIn(deps, body, caller(context, raw)), raw),
  setUp: async (context, { body }, raw) => welcome(await setUp(deps, body, caller(context, raw)), raw),
  acceptInvitation: async (context, { body }, raw) =>
    welcome(await acceptInvitation(deps, body, caller(context, raw)), raw),
  lookAtInvitation: (context, { body }, raw) => lookAtInvitation(deps, body.token, caller(context, raw)),

  signOut: async ({ actor, now }, { body }, { reply }) => {
    const entry = { ...audited(actor, now, 'sign_in.end'), object: actor.signIn }
    await deps.signIns.end(actor.account, actor.signIn as SignInId, now, entry)
    deps.rights.changed(actor.account)
    reply.header('set-cookie', noCookie)
    // B-37: an outbox that still waits for receipts must outlive the sign-in.
    if (body.bufferEmpty) reply.header('clear-site-data', '"cache", "storage"')
    return { ok: true, body: undefined }
  },
  proveAgain: async (context, { body }, raw) => {
    const outcome = await proveAgain(deps, own(context.actor), body.password, caller(context, raw))
    if (!outcome.ok) return outcome
    raw.reply.header('set-cookie', signInCookie(outcome.secret))
    return { ok: true, body: { provedAt: context.now.toString() } }
  },
  changePassword: async (context, { body }, raw) => {
    const outcome = await changePassword(deps, own(context.actor), body, caller(context, raw))
    return outcome.ok ? { ok: true, body: undefined } : outcome
  },
  readMe: async ({ actor, now }) => {
    const person = await deps.signIns.person(actor.account)
    return person
      ? {
          ok: true,
          body: {
            ...meOf(person, actor.provedAt, actor.secondFactor, now),
            ...(actor.only === null ? {} : { only: actor.only }),
          },
        }
      : { ok: false, why: 'not_signed_in' }
  },
  setLanguage: async ({ actor }, { body }) => {
    await deps.signIns.setLanguage(actor.account, body.language)
    deps.rights.changed(actor.account)
    return { ok: true, body: undefined }
  },
  listSignIns: async ({ actor, now }) => ({
    ok: true,
    body: {
      rows: (await deps.signIns.list(actor.account, now)).map((row) => ({
        id: row.id,
        createdAt: row.createdAt.toString(),
        seenAt: row.seenAt.toString(),
        endsAt: row.endsAt.toString(),
        device: row.device,
        current: row.id === actor.signIn,
      })),
    },
  }),
  endSignIn: async ({ actor, now }, { params }) => {
    const entry = { ...audited(actor, now, 'sign_in.end'), object: params.id }
    if (!(await deps.signIns.end(actor.account, params.id, now, entry)))
      return { ok: false, why: 'not_found' }
    deps.rights.changed(actor.account)
    return { ok: true, body: undefined }
  },
})
