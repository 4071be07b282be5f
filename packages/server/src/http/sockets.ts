// B-13: WebSocket upgrades by cookie and Origin, bounded messages, a right that is asked again every minute.
import { fromMs, type Instant } from '@ochno/domain/time'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HttpDeps, Known, MountedSocket } from './app.ts'
import { permitted, signInSecret } from './guard.ts'
import { addressOf } from './address.ts'
import { pathPattern, readInput } from './parse.ts'
import { languageOf, sentence } from './refuse.ts'
import type { Context, SocketHandler } from './seam.ts'
import type { SocketRoute } from '@ochno/contract/route'
import { refuseByCode } from './by-code.ts'
import { beyondCode } from './in-sight.ts'

const CONTROL = { messageBytes: 64 * 1024, perSecond: 20 }
const RECHECK_MS = 60_000
const GOODBYE_MS = 1000
export const CLOSE = { ended: 4401, flood: 4429, leaving: 1012 } as const

type Input = { readonly params: never; readonly query: never }
type Open = {
  readonly socket: WebSocket
  readonly account: string
  readonly check: (now: Instant) => Promise<void>
}

export type Sockets = {
  /** Called when rights of this account changed: its sockets are asked at once. */
  readonly recheck: (account?: string) => Promise<void>
  readonly count: () => number
  /** No new socket opens and nothing more is read from the open ones; they can still be written to. */
  readonly quiet: () => void
  readonly close: () => Promise<void>
}

export function mountSockets(server: Server, deps: HttpDeps, routes: readonly MountedSocket[]): Sockets {
  const table = routes.map(({ route, handler }) => ({
    route,
    handler: handler as unknown as SocketHandler<SocketRoute>,
    limits: route.limits ?? CONTROL,
    pattern: pathPattern(route.path),
    wss: new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      clientTracking: false,
      maxPayload: (route.limits ?? CONTROL).messageBytes,
    }),
  }))
  const open = new Set<Open>()
  const cameFrom = addressOf(deps.trustedProxies)
  let leaving = false

  async function upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host.invalid')
    const language = languageOf(request.headers['accept-language'])
    const refuse = (why: string) => refuseUpgrade(raw, why, language, deps.ids.make('req'))
    const found = table
      .map((row) => ({ ...row, params: row.pattern.match(url.pathname) }))
      .find((row) => row.params !== null)
    if (!found) return refuse('not_found')
    if (leaving) return refuse('unavailable')
    if (!deps.origins().includes(request.headers.origin ?? '')) return refuse('not_same_origin')
    const secret = signInSecret(request.headers)
    const now = deps.clock.now()
    // A line that opens again by itself after a cut is no act of a person (B-06).
    const known = secret ? await deps.authenticate(secret, now, false) : null
    const may = permitted(found.route, known?.actor ?? null, now)
    if (!may.ok || !known || !secret) return refuse(may.ok ? 'not_signed_in' : may.why)
    const read = readInput(found.route, {
      params: found.params,
      query: Object.fromEntries(url.searchParams),
      body: undefined,
    })
    if (!read.ok) return refuse(read.part === 'params' ? 'not_found' : 'malformed')
    const input = read.input as unknown as Input
    const byCode = refuseByCode(known.actor.only, found.route, input.params)
    if (byCode ?? beyondCode(known.actor, input)) return refuse(byCode ?? 'not_found')
    const context = (who: Known, at: Instant): Context<SocketRoute> => ({
      actor: who.actor,
      now: at,
      requestId: deps.ids.make('req'),
      ip: cameFrom(request),
      language,
    })
    const admitted = await found.handler.admit(context(known, now), input)
    if (!admitted.ok) return refuse(admitted.why)
    if (raw.destroyed) return
    if (leaving) return refuse('unavailable')
    found.wss.handleUpgrade(request, raw, head, (socket) => {
      limitRate(socket, found.limits.perSecond, deps.clock.mono)
      socket.on('error', () => socket.terminate())
      const check = async (at: Instant) => {
        const still = await deps.authenticate(secret, at, false)
        const right =
          still !== null &&
          permitted(found.route, still.actor, at).ok &&
          ((await found.handler.still?.(context(still, at), input)) ?? true)
        if (!right) socket.close(CLOSE.ended, 'ended')
      }
      const entry = { socket, account: known.actor.account, check }
      open.add(entry)
      socket.on('close', () => open.delete(entry))
      found.handler.open(context(known, now), input, socket)
    })
  }

  server.on('upgrade', (request, raw, head) => {
    raw.on('error', () => raw.destroy())
    upgrade(request, raw, head).catch((cause: unknown) => {
      deps.log.warn('ws.upgrade_failed', { known: cause instanceof Error ? cause.name : 'unknown' })
      refuseUpgrade(raw, 'unavailable', 'ru', deps.ids.make('req'))
    })
  })

  const recheck = async (account?: string) => {
    const now = fromMs(deps.clock.ms())
    // A database that is away for a moment does not end an exam: the next round asks again.
    const asked = [...open].filter((one) => account === undefined || one.account === account)
    await Promise.allSettled(asked.map((one) => one.check(now)))
  }
  const timer = setInterval(() => void recheck(), RECHECK_MS)
  timer.unref()
  return {
    recheck,
    count: () => open.size,
    quiet: () => {
      leaving = true
      for (const { socket } of open) socket.pause()
    },
    close: async () => {
      clearInterval(timer)
      const all = [...open].map(({ socket }) => socket)
      const gone = all.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of all) {
        socket.resume()
        socket.close(CLOSE.leaving, 'restart')
      }
      // Who does not say good-bye is not waited for.
      const late = setTimeout(() => {
        for (const socket of all) socket.terminate()
      }, GOODBYE_MS)
      await Promise.all(gone)
      clearTimeout(late)
    },
  }
}

/** A bucket of twice the rate: bursts pass, floods do not. */
function limitRate(socket: WebSocket, perSecond: number, mono: () => number): void {
  let tokens = perSecond * 2
  let at = mono()
  socket.on('message', () => {
    const now = mono()
    tokens = Math.min(perSecond * 2, tokens + ((now - at) / 1000) * perSecond) - 1
    at = now
    if (tokens < 0) socket.close(CLOSE.flood, 'flood')
  })
}

function refuseUpgrade(raw: Duplex, code: string, language: 'ru' | 'en', requestId: string): void {
  if (raw.destroyed) return
  const said = sentence(code, language)
  const body = JSON.stringify({ code, message: said.text, requestId })
  raw.end(
    `HTTP/1.1 ${said.status} Refused\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  )
}
