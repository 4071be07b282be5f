// The seam between transport and features: what a handler is given and may answer.
import type { Route, SocketRoute } from '@ochno/contract/route'
import type { SecondFactor } from '@ochno/domain/access/second-factor'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { z } from 'zod'

export type Actor = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  /** Named as the deputy director (004 3.10). */
  readonly leads: boolean
  /** The one branch shown to somebody restricted to it (R3-0b). */
  readonly branch: string | null
  /** B-28: the one session a sign-in by a code opens. */
  readonly only: SessionId | null
  /** Id of the sign-in, for journals; not its secret. */
  readonly signIn: string
  /** When the password (or second factor) was last given. */
  readonly provedAt: Instant
  readonly secondFactor: SecondFactor
}

export type Context<R extends Route | SocketRoute> = {
  /** Null only on public routes. */
  readonly actor: R['can'] extends 'public' ? Actor | null : Actor
  readonly now: Instant
  readonly requestId: string
  readonly ip: string
  readonly language: 'ru' | 'en'
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

export type Input<R extends Route> = {
  readonly params: Parsed<R['params']>
  readonly query: Parsed<R['query']>
  readonly body: Parsed<R['body']>
}

export type Refused = {
  readonly ok: false
  readonly why: string
  readonly retryAfterS?: number
  /** What exactly was wrong, where the sentence alone does not say. */
  readonly fields?: readonly string[]
}
export type Answer<R extends Route> =
  | { readonly ok: true; readonly body: R['reply'] extends z.ZodType ? z.input<R['reply']> : undefined }
  | Refused

export type Handler<R extends Route> = R['reply'] extends 'octets'
  ? (
      context: Context<R>,
      input: Input<R>,
      raw: { request: FastifyRequest; reply: FastifyReply },
    ) => Promise<Refused | undefined>
  : (
      context: Context<R>,
      input: Input<R>,
      raw: { request: FastifyRequest; reply: FastifyReply },
    ) => Promise<Answer<R>>

export type Handlers<T extends Record<string, Route>> = { readonly [K in keyof T]: Handler<T[K]> }

export type SocketHandler<R extends SocketRoute> = {
  /** Called before the upgrade; a refusal is answered as HTTP. */
  readonly admit: (
    context: Context<R>,
    input: { params: Parsed<R['params']>; query: Parsed<R['query']> },
  ) => Promise<{ ok: true } | Refused>
  readonly open: (
    context: Context<R>,
    input: { params: Parsed<R['params']>; query: Parsed<R['query']> },
    socket: WebSocket,
  ) => void
  /** B-13: called every 60 s and after a change of rights; false closes with 4401. */
  readonly still?: (
    context: Context<R>,
    input: { params: Parsed<R['params']>; query: Parsed<R['query']> },
  ) => Promise<boolean>
}
