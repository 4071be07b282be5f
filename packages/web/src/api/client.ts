// The only fetch of the web application. A route of the contract is all it needs to know.
import { IDLE_HEADER } from '@ochno/contract/idle'
import type { Route } from '@ochno/contract/route'
import type { z } from 'zod'
import { asksByItself } from './activity.ts'
import { fillPath } from './path.ts'
import { proveAgain } from './step-up.ts'

type In<S> = S extends z.ZodType ? z.input<S> : S extends 'octets' ? Uint8Array : undefined
type Out<S> = S extends z.ZodType ? z.output<S> : S extends 'octets' ? Blob : undefined

type Part<K extends string, S> = S extends z.ZodType | 'octets' ? { readonly [P in K]: In<S> } : object

/** A query of nothing but narrowings may be left out. */
type Query<S> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { readonly query?: z.input<S> }
    : { readonly query: z.input<S> }
  : object
export type InputOf<R extends Route> = Part<'params', R['params']> &
  Query<R['query']> &
  Part<'body', R['body']>
export type ReplyOf<R extends Route> = Out<R['reply']>

/** What went wrong, as a stable code, the server's sentence in the person's language (if it came), and a code for support. */
export type Failure = {
  readonly code: string
  readonly sentence: string | null
  readonly support: string | null
  readonly status: number
  readonly retryAfterS: number | null
  /** Fields of the request the server could not accept, by name. */
  readonly fields: readonly string[]
}

export type Answer<R extends Route> =
  | { readonly ok: true; readonly body: ReplyOf<R> }
  | { readonly ok: false; readonly failure: Failure }

const signedOutListeners = new Set<() => void>()
/** Tells the shell that the server no longer knows this sign-in. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

const failed = (code: string, status = 0): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, sentence: null, support: null, status, retryAfterS: null, fields: [] },
})

type Parts = { params?: unknown; query?: unknown; body?: unknown }

async function send(route: Route, input: Parts, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang }
  const bytes = input.body instanceof Uint8Array
  if (input.body !== undefined)
    headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json'
  if (asksByItself()) headers[IDLE_HEADER] = '1'
  return fetch(fillPath(route.path, input.params, input.query), {
    method: route.method,
    headers,
    credentials: 'same-origin',
    ...(input.body === undefined
      ? {}
      : {
          // Chromium keeps a bare array of bytes for a second before it sends it; the same bytes as a Blob go at once.
          body: bytes ? new Blob([input.body as Uint8Array<ArrayBuffer>]) : JSON.stringify(input.body),
        }),
    ...(signal ? { signal } : {}),
  })
}

async function readFailure(response: Response): Promise<Failure> {
  const said = (await response.json().catch(() => null)) as Record<string, unknown> | null
  const text = (key: string): string | null =>
    typeof said?.[key] === 'string' ? (said[key] as string) : null
  const after = Number(response.headers.get('retry-after') ?? said?.retryAfterS)
  return {
    code: text('code') ?? `http_${response.status}`,
    sentence: text('message'),
    support: text('requestId') ?? response.headers.get('x-request-id'),
    status: response.status,
    retryAfterS: Number.isFinite(after) && after > 0 ? after : null,
    fields: Array.isArray(said?.fields)
      ? said.fields.filter((field): field is string => typeof field === 'string')
      : [],
  }
}

export async function call<R extends Route>(
  route: R,
  input: InputOf<R>,
  signal?: AbortSignal,
): Promise<Answer<R>> {
  let response: Response
  try {
    response = await send(route, input as Parts, signal)
  } catch (error) {
    if (signal?.aborted) throw error
    return failed('offline')
  }
  if (!response.ok) {
    const failure = await readFailure(response)
    if (failure.code === 'step_up' && (await proveAgain())) return call(route, input, signal)
    if (failure.code === 'not_signed_in' || failure.code === 'second_factor')
      for (const tell of signedOutListeners) tell()
    return { ok: false, failure }
  }
  if (route.reply === 'none') return { ok: true, body: undefined as ReplyOf<R> }
  if (route.reply === 'octets') return { ok: true, body: (await response.blob()) as ReplyOf<R> }
  // A reply the page can not read is a page older than the server: the person is asked to reload, nothing is guessed.
  const parsed = route.reply.safeParse(await response.json().catch(() => null))
  return parsed.success
    ? { ok: true, body: parsed.data as ReplyOf<R> }
    : failed('unreadable', response.status)
}
