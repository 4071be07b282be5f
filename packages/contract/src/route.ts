import type { Capability } from '@ochno/domain/access/table'
import type { SecondFactor } from '@ochno/domain/access/second-factor'
import type { UploadPurpose } from '@ochno/domain/upload/rules'
import type { z } from 'zod'

/**
 * A route is data: the server mounts the list, OpenAPI and the fuzzer read it, the web client is derived from it.
 * `can` is the declared policy; a route without one does not compile and stops the start (B-01).
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${string}`
  readonly can: Capability | 'public' | 'signed-in'
  /** Needs a sign-in or a repeated password not older than five minutes (B-08). */
  readonly stepUp?: true
  /** Also for a sign-in that still owes its second factor, or has to set one up (B-23). */
  readonly owing?: readonly Exclude<SecondFactor, 'done'>[]
  /** T-20: open to an administrator too for whom the glass of the session `:sid` was broken. */
  readonly glass?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** Of a POST: it changes nothing, so that what it reads is narrowed as for a GET (R3-0b). */
  readonly reads?: true
  /** `octets`: the body is bytes (application/octet-stream), read by the handler. */
  readonly body?: z.ZodType | 'octets'
  /** Of bytes: what they are sent for, by which they are looked through (R0-5.1c); `stream`: nothing is kept as a file. */
  readonly upload?: UploadPurpose | 'stream'
  /** `octets`: the reply is bytes written by the handler. */
  /** B-10: a page elsewhere posts it as a form; what it posts is its own proof. */
  readonly form?: true
  /** The largest JSON body, where it is not the usual 128 KiB. */
  readonly bodyBytes?: number
  readonly reply: z.ZodType | 'octets' | 'none'
  readonly refusals: readonly string[]
  readonly summary: string
}

/** Of a file somebody opens: the journal has the row before the first byte. */
export const fileRefusals = ['not_found', 'not_same_origin', 'journal_unavailable'] as const

/** A WebSocket endpoint: the same idea, one message schema each way; binary frames are the handler's. */
export type SocketRoute = {
  readonly path: `/${string}`
  readonly can: Capability
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** B-13: 64 KiB and 20 messages a second unless the protocol of this socket says more; bytes flow either way. */
  readonly limits?: { readonly messageBytes: number; readonly perSecond: number }
  readonly summary: string
}
