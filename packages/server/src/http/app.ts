// Mounts lists of routes on Fastify: guard, border, handler, answer. Transport holds no rules.
import { IDLE_HEADER } from '@ochno/contract/idle'
import type { Route } from '@ochno/contract/route'
import { roleMay } from '@ochno/domain/access/table'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { UploadPurpose } from '@ochno/domain/upload/rules'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import type { OpenGlass } from '../ports/break-glass.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Log } from '../ports/log.ts'
import type { Sights } from '../ports/sight.ts'
import { acceptsContent, isUnsafe, permitted, sameOrigin, signInSecret } from './guard.ts'
import { commonHeaders, REPORTS } from './headers.ts'
import { pathPattern, readInput } from './parse.ts'
import { checkPolicies } from './policy.ts'
import { languageOf, refuse, sentence } from './refuse.ts'
import { inSight } from './in-sight.ts'
import type { Actor, Handler, Refused, SocketHandler } from './seam.ts'
import type { SocketRoute } from '@ochno/contract/route'

export type Known = { readonly actor: Actor; readonly language: 'ru' | 'en' }
/** `active`: an act of the person, which keeps the sign-in alive (B-06). */
export type Authenticate = (secret: string, now: Instant, active: boolean) => Promise<Known | null>

export type HttpDeps = {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly authenticate: Authenticate
  /** T-20 */
  readonly openGlass: OpenGlass
  /** Allowed values of Origin. */
  readonly origins: () => readonly string[]
  readonly trustedProxies: readonly string[]
  readonly tls: { readonly key: Buffer; readonly cert: Buffer } | null
  readonly observe: (method: string, path: string, status: number, seconds: number) => void
  readonly cspReported: () => void
}

export type Mounted = { readonly route: Route; readonly handler: Handler<never> }
export type MountedSocket = { readonly route: SocketRoute; readonly handler: SocketHandler<never> }

/** What is done with every file before its handler has it. */
export type LookThrough = (
  actor: Actor,
  sent: { readonly purpose: UploadPurpose; readonly bytes: Uint8Array },
  now: Instant,
) => Promise<{ readonly ok: true } | Refused>

type Who = { actor: Actor | null; language: 'ru' | 'en'; now: Instant }
declare module 'fastify' {
  interface FastifyRequest {
    who: Who
    /** Of a route that takes a file: before anybody keeps it (R0-5.1c). */
    lookThrough: ((bytes: Uint8Array) => Promise<{ readonly ok: true } | Refused>) | null
  }
  interface FastifyContextConfig {
    /** The declared route; absent on the few addresses that are no part of the contract. */
    declared?: Route
  }
}

const JSON_LIMIT = 128 * 1024

const slowClients = {
  connectionsCheckingInterval: 1000,
  headersTimeout: 5000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
}

export function newFastify(deps: HttpDeps): FastifyInstance {
  const app = Fastify({
    ...(deps.tls ? { https: { ...deps.tls, ...slowClients, minVersion: 'TLSv1.2' } } : { http: slowClients }),
    requestTimeout: slowClients.requestTimeout,
    keepAliveTimeout: slowClients.keepAliveTimeout,
    logger: false,
    bodyLimit: JSON_LIMIT,
    trustProxy: deps.trustedProxies.length ? [...deps.trustedProxies] : false,
    genReqId: () => deps.ids.make('req'),
    requestIdHeader: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    clientErrorHandler: badClient,
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
    exposeHeadRoutes: false,
    frameworkErrors: (_error, request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      request.who ??= { actor: null, language, now: deps.clock.now() }
      refuse(request as FastifyRequest, reply as FastifyReply, { why: 'malformed' })
    },
  }) as unknown as FastifyInstance
  app.server.headersTimeout = slowClients.headersTimeout
  app.decorateRequest('who', null as unknown as Who)
  app.decorateRequest('lookThrough', null)

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer)))
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
    }
  })

  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string
    const now = deps.clock.now()
    request.who = { actor: null, language: languageOf(request.headers['accept-language']), now }
    reply.headers(commonHeaders(path)).header('x-request-id', request.id)
    const refused = await guard(deps, request, path, now)
    if (refused) return refuse(request, reply, refused)
  })
  app.addHook('onResponse', async (request, reply) => {
    deps.observe(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime / 1000,
    )
    const { actor } = request.who
    if (actor && (reply.statusCode === 403 || reply.statusCode === 404))
      deps.log.info('http.refused', {
        request: request.id,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        account: actor.account,
      })
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (reply.raw.headersSent) return reply.raw.destroy()
    if (status === 413) return refuse(request, reply, { why: 'too_large' })
    if (status === 415) return refuse(request, reply, { why: 'wrong_type' })
    if ((status >= 400 && status < 500) || isUnstorable(error))
      return refuse(request, reply, { why: 'malformed' })
    const why = storeIsAway(error) ? 'unavailable' : 'internal'
    const facts = { request: request.id, route: request.routeOptions.url ?? 'none' }
    if (why === 'unavailable') deps.log.warn('http.unavailable', facts)
    else deps.log.error('http.failed', facts, error)
    return refuse(request, reply, { why })
  })
  return app
}

async function guard(
  deps: HttpDeps,
  request: FastifyRequest,
  path: string,
  now: Instant,
): Promise<Pick<Refused, 'why'> | null> {
  if (path === REPORTS) return null
  const route = request.routeOptions.config.declared
  if (isUnsafe(request.method)) {
    if (!route?.form && !sameOrigin(request.headers, deps.origins())) return { why: 'not_same_origin' }
    if (route && !acceptsContent(route, request.headers)) return { why: 'wrong_type' }
  }
  if (!route) return null
  const secret = signInSecret(request.headers)
  const known = secret && (await deps.authenticate(secret, now, request.headers[IDLE_HEADER] !== '1'))
  if (known) {
    request.who.actor = known.actor
    request.who.language = languageOf(request.headers['accept-language'], known.language)
  }
  const may = permitted(route, request.who.actor, now)
  if (may.ok || (may.why === 'forbidden' && (await glassOpen(deps, request, route, now)))) return null
  return may
}

async function glassOpen(
  { openGlass }: HttpDeps,
  { who, params }: FastifyRequest,
  route: Route | SocketRoute,
  now: Instant,
): Promise<boolean> {
  const sid = (params as { sid?: string }).sid
  if (!('glass' in route) || !who.actor || sid === undefined) return false
  if (!who.actor.roles.some((role) => roleMay(role, 'glass.ask'))) return false
  return openGlass(who.actor.tenant, sid as SessionId, who.actor.account, now)
}

export function mount(
  app: FastifyInstance,
  routes: readonly Mounted[],
  sockets: readonly MountedSocket[],
  around: Around,
): void {
  const wrong = checkPolicies(
    routes.map((one) => one.route),
    sockets.map((one) => one.route),
  )
  if (wrong.length) throw new Error(`B-01: the server does not start.\n${wrong.join('\n')}`)
  const plain = routes.filter((one) => one.route.body !== 'octets' && !one.route.form)
  const octets = routes.filter((one) => one.route.body === 'octets')
  for (const one of plain) declare(app, one, around)
  app.register(async (scope) => {
    // The handler reads the bytes from the request itself.
    scope.addContentTypeParser('application/octet-stream', (_request, _payload, done) =>
      done(null, undefined),
    )
    for (const one of octets) declare(scope, one, around)
  })
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    for (const one of routes.filter(({ route }) => route.form)) declare(scope, one, around)
  })
  const patterns = routes.map((one) => pathPattern(one.route.path))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] as string
    const other = patterns.some((pattern) => pattern.match(path))
    return refuse(request, reply, { why: other ? 'no_such_method' : 'not_found' })
  })
}

type Around = { readonly sights: Sights; readonly lookThrough: LookThrough }

function declare(app: FastifyInstance, { route, handler }: Mounted, around: Around): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { declared: route },
    ...(route.bodyBytes ? { bodyLimit: route.bodyBytes } : {}),
    handler: (request, reply) =>
      answer({ route, handler: handler as unknown as Handler<Route> }, around, request, reply),
  })
}

async function answer(
  { route, handler }: { readonly route: Route; readonly handler: Handler<Route> },
  { sights, lookThrough }: Around,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const read = readInput(route, { params: request.params, query: request.query, body: request.body })
  if (!read.ok)
    // An id that is not even an id names nothing: the same answer as for one that is not there.
    return read.part === 'params'
      ? refuse(request, reply, { why: 'not_found' })
      : refuse(request, reply, { why: 'malformed', fields: read.fields })
  const { actor, language, now } = request.who
  const purpose = route.upload
  if (purpose !== undefined && purpose !== 'stream')
    request.lookThrough = (bytes) => lookThrough(actor as Actor, { purpose, bytes }, now)
  const context = { actor: actor as Actor, now, requestId: request.id, ip: request.ip, language }
  const outcome = await inSight(sights, actor, route, read.input, () =>
    handler(context, read.input as never, { request, reply }),
  )
  if (outcome === undefined) return reply
  if (!outcome.ok) return refuse(request, reply, outcome)
  if (!('body' in outcome) || route.reply === 'none' || route.reply === 'octets')
    return reply.code(204).send()
  // A field the contract does not name does not leave the server.
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(route.reply.parse(outcome.body)))
}

/** The database or its pool is away: the client may try again, nobody must get up for each request. */
function storeIsAway(error: Error & { code?: string }): boolean {
  const code = error.code ?? ''
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code) ||
    /^(08|53|57P|55P03|57014|25006|40P01)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout/.test(error.message)
  )
}

/** A NUL in a text, a moment or a number beyond what PostgreSQL can hold. */
const isUnstorable = (error: Error & { code?: string }): boolean =>
  /^(22021|22P05|22003|22007|22008)$/.test(error.code ?? '')

function badClient(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const [status, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'too_large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'too_slow']
        : ['400 Bad Request', 'malformed']
  const body = JSON.stringify({ code, message: sentence(code as string, 'ru').text, requestId: null })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
