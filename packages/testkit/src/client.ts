// A person at a browser, as far as the server can tell: cookie, Origin and Sec-Fetch-Site travel with every request.
import type { Route } from '@ochno/contract/route'
import WebSocket from 'ws'
import type { z } from 'zod'

type In<S> = S extends z.ZodType ? z.input<S> : S extends 'octets' ? Uint8Array : undefined
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
type BodyOf<R extends Route> = R['reply'] extends z.ZodType ? z.output<R['reply']> : Uint8Array

export type Reply<B> = {
  readonly status: number
  readonly headers: Headers
  /** Present when the request was accepted. */
  readonly body: B
  /** The code of a refusal, or '' when there was none. */
  readonly code: string
  readonly text: string
}

export type RawRequest = {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export class Client {
  readonly origin: string
  cookie = ''

  constructor(url: string, cookie = '') {
    this.origin = new URL(url).origin
    this.cookie = cookie
  }

  /** Exactly these headers over those of a page of our own. A header set to '' is left out. */
  async raw(method: string, path: string, { headers = {}, body }: RawRequest = {}): Promise<Reply<unknown>> {
    const all = {
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'ru',
      cookie: this.cookie,
      ...headers,
    }
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }),
    })
    for (const set of response.headers.getSetCookie()) this.cookie = set.split(';', 1)[0] as string
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const parsed = isJson && text ? (JSON.parse(text) as Record<string, unknown>) : bytes
    const code = response.ok || !isJson ? '' : String((parsed as Record<string, unknown>).code ?? '')
    return { status: response.status, headers: response.headers, body: parsed, code, text }
  }

  async call<R extends Route>(route: R, input: InputOf<R>): Promise<Reply<BodyOf<R>>> {
    const { params, query, body } = input as { params?: object; query?: object; body?: unknown }
    const bytes = body instanceof Uint8Array
    return (await this.raw(route.method, fill(route.path, params, query), {
      headers: body === undefined ? {} : { 'content-type': `application/${bytes ? 'octet-stream' : 'json'}` },
      ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
    })) as Reply<BodyOf<R>>
  }

  /** The reply of a request that must succeed. */
  async done<R extends Route>(route: R, input: InputOf<R>): Promise<BodyOf<R>> {
    const reply = await this.call(route, input)
    if (reply.status >= 300) throw new Error(`${route.method} ${route.path}: ${reply.status} ${reply.text}`)
    return reply.body
  }

  socket(path: string, headers: Readonly<Record<string, string>> = {}): WebSocket {
    return new WebSocket(this.origin.replace(/^http/, 'ws') + path, {
      headers: { origin: this.origin, cookie: this.cookie, ...headers },
      perMessageDeflate: false,
    })
  }
}

export function fill(path: string, params: object = {}, query: object = {}): string {
  const values = params as Record<string, unknown>
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]): [string, string] => [key, String(value)]),
  )
  return search.size ? `${filled}?${search}` : filled
}
