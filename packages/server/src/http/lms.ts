// Launches come as forms of another site and end on a page of ours, with words for whatever went wrong.
import type { lmsRoutes } from '@ochno/contract/lms'
import type { TenantId } from '@ochno/domain/ids'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingHttpHeaders } from 'node:http'
import { chooseExam, enterByLaunch, joinAccount, readComing, type Waiting } from '../features/lms/coming.ts'
import type { LmsDeps } from '../features/lms/deps.ts'
import { beginLaunch, type Initiation, recordLaunch, takeLaunch, type Way } from '../features/lms/launch.ts'
import { readLms, removePlatform, savePlatform, toolKeys, tryPlatform } from '../features/lms/platforms.ts'
import type { SignInDeps } from '../features/sign-in/deps.ts'
import { openSignIn } from '../features/sign-in/open-sign-in.ts'
import type { PlatformId } from '../ports/lms.ts'
import { signInCookie } from './guard.ts'
import { beginInFrame } from './lms-frame.ts'
import type { Handlers } from './seam.ts'
import { caller } from './sign-in.ts'

/** B-05: the one cookie that a form of another site brings along, for five minutes. */
const wayCookie = (value: string, life: number) =>
  `__Host-lti=${value}; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=${life}`
const waitingCookie = (value: string, life: number) =>
  `__Host-launch=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${life}`
const WAY_LASTS = 300
const WAITING_LASTS = 900

function only(headers: IncomingHttpHeaders, pattern: RegExp): readonly [string, string] | null {
  const found = [...(headers.cookie ?? '').matchAll(pattern)]
  const [, first, second] = found[0] ?? []
  return found.length === 1 && first && second ? [first, second] : null
}

function wayOf(headers: IncomingHttpHeaders): Way | null {
  const found = only(headers, /(?:^|;\s*)__Host-lti=(lmp_[a-z2-7]{26})\.([0-9a-f]{64})(?=;|$)/g)
  return found && { platform: found[0] as PlatformId, secret: found[1] }
}

function waitingOf(headers: IncomingHttpHeaders): Waiting | null {
  const found = only(headers, /(?:^|;\s*)__Host-launch=(ten_[a-z2-7]{26})\.([0-9a-f]{64})(?=;|$)/g)
  return found && { tenant: found[0] as TenantId, secret: found[1] }
}

type Raw = { readonly request: FastifyRequest; readonly reply: FastifyReply }

const refused = (reply: FastifyReply, why: string) => reply.redirect(`/launch?why=${why}`, 303)

export const lmsHandlers = (deps: LmsDeps, signIn: SignInDeps): Handlers<typeof lmsRoutes> => {
  const begin = async (tid: string, asked: Initiation, { request, reply }: Raw) => {
    const begun = await beginLaunch(deps, tid as TenantId, asked)
    if (!begun.ok) {
      await refused(reply, begun.why)
      return undefined
    }
    // A frame has no cookies of ours in most browsers; the exam needs a window of its own anyway.
    if (request.headers['sec-fetch-dest'] === 'iframe') {
      await beginInFrame(reply, tid, asked, begun.platform)
      return undefined
    }
    const { platform, secret } = begun.way
    reply.header('set-cookie', wayCookie(`${platform}.${secret}`, WAY_LASTS))
    await reply.redirect(begun.url, 303)
    return undefined
  }

  return {
    readLms: async ({ actor }) => ({ ok: true, body: await readLms(deps, actor) }),
    addPlatform: ({ actor, now }, { body }) => savePlatform(deps, actor, null, body, now),
    changePlatform: ({ actor, now }, { params, body }) =>
      savePlatform(deps, actor, params.id as PlatformId, body, now),
    removePlatform: ({ actor, now }, { params }) => removePlatform(deps, actor, params.id as PlatformId, now),
    tryPlatform: (context, { params }) => tryPlatform(deps, context.actor, params.id as PlatformId, context),

    beginLaunch: (_, { params, query }, raw) => begin(params.tid, query, raw),
    beginLaunchByForm: (_, { params, body }, raw) => begin(params.tid, body, raw),

    async launch(context, { params, body }, raw) {
      const tenant = params.tid as TenantId
      const { reply } = raw
      const given = {
        state: body.state ?? '',
        token: body.error === undefined ? (body.id_token ?? null) : null,
        way: wayOf(raw.request.headers),
      }
      const came = await takeLaunch(deps, tenant, given, context.now)
      const cookies = [wayCookie('', 0)]
      if (came.ok && came.person) {
        const opened = await openSignIn(signIn, came.person, caller(context, raw), 'launch')
        cookies.push(signInCookie(opened.secret))
      }
      if (came.ok) cookies.push(waitingCookie(`${tenant}.${came.waiting}`, WAITING_LASTS))
      reply.header('set-cookie', cookies)
      await (came.ok ? reply.redirect(came.to, 303) : refused(reply, came.why))
      return undefined
    },
    async enterByLaunch(context, { params }, raw) {
      const tenant = params.tid as TenantId
      const { actor, now } = context
      const came = await enterByLaunch(deps, tenant, waitingOf(raw.request.headers), now)
      const cookies = [waitingCookie('', 0)]
      if (came.ok) {
        const { account } = came.person
        // Whoever is signed in here goes on with that: another sign-in would pass for another place (R1-6.1a).
        let used: string | null = actor?.account === account ? actor.signIn : null
        if (used === null) {
          const opened = await openSignIn(signIn, came.person, caller(context, raw), 'launch')
          cookies.push(signInCookie(opened.secret))
          used = opened.id
        }
        if (came.session)
          await recordLaunch(deps, { tenant, account, signIn: used }, came.session, came.platform, now)
      }
      raw.reply.header('set-cookie', cookies)
      await (came.ok ? raw.reply.redirect(came.to, 303) : refused(raw.reply, came.why))
      return undefined
    },
    readToolKeys: (_, { params }) => toolKeys(deps, params.tid as TenantId),

    readComing: async ({ actor, now }, _, { request }) => ({
      ok: true,
      // Whoever still owes the second factor is nobody yet (B-23).
      body: await readComing(
        deps,
        waitingOf(request.headers),
        actor?.secondFactor === 'done' ? actor : null,
        now,
      ),
    }),
    joinAccount: ({ actor, now }, _, { request }) =>
      joinAccount(deps, waitingOf(request.headers), actor, now),
    chooseExam: ({ actor, now }, { body }, { request }) =>
      chooseExam(deps, waitingOf(request.headers), actor, body.exam, now),
  }
}
