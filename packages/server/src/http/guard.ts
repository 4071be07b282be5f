// Who may ask at all: own origin (B-10), accepted content (B-11), a sign-in with the declared right (B-01), a fresh proof (B-08).
import type { Route, SocketRoute } from '@ochno/contract/route'
import { roleMay } from '@ochno/domain/access/table'
import { type Instant, isAfter, minutes } from '@ochno/domain/time'
import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from './seam.ts'

export const COOKIE = '__Host-sid'
const PROOF_LASTS = minutes(5)

export const isUnsafe = (method: string | undefined): boolean =>
  method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

export function sameOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  return headers['sec-fetch-site'] === 'same-origin' && allowed.includes(headers.origin ?? '')
}

/** T-32: an address that was copied or planted opens nothing; only a page of ours may fetch it. */
export const fromOwnPage = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-site'] === 'same-origin'

/** The secret of the sign-in; null when there is none or, as no browser of ours would send, two of them. */
export function signInSecret(headers: IncomingHttpHeaders): string | null {
  const found = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${COOKIE}=`))
    .map((pair) => pair.slice(COOKIE.length + 1))
  return found.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(found[0] ?? '') ? (found[0] as string) : null
}

/** B-05. It ends with the browser; on the server the sign-in has its own end. */
export const signInCookie = (secret: string): string =>
  `${COOKIE}=${secret}; Path=/; HttpOnly; Secure; SameSite=Lax`
export const noCookie = `${COOKIE}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0`

const mediaType = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export function acceptsContent(route: Pick<Route, 'body' | 'form'>, headers: IncomingHttpHeaders): boolean {
  const type = mediaType(headers['content-type'])
  const length = headers['content-length']
  const hasBody = headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  if (type === '') return !hasBody
  if (route.form) return type === 'application/x-www-form-urlencoded'
  return type === (route.body === 'octets' ? 'application/octet-stream' : 'application/json')
}

export function permitted(
  route: Pick<Route, 'can' | 'stepUp' | 'owing'> | SocketRoute,
  actor: Actor | null,
  now: Instant,
):
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'not_signed_in' | 'second_factor' | 'forbidden' | 'step_up' } {
  const { can } = route
  if (can === 'public') return { ok: true }
  if (!actor) return { ok: false, why: 'not_signed_in' }
  if (actor.secondFactor !== 'done' && !('owing' in route && route.owing?.includes(actor.secondFactor)))
    return { ok: false, why: 'second_factor' }
  if (can !== 'signed-in' && !actor.roles.some((role) => roleMay(role, can)))
    return { ok: false, why: 'forbidden' }
  if ('stepUp' in route && route.stepUp && isAfter(now, actor.provedAt.add(PROOF_LASTS)))
    return { ok: false, why: 'step_up' }
  return { ok: true }
}
