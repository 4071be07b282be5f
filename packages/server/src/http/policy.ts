// B-01: the start is refused when a route does not say who may call it, or names a refusal nobody can read.
import type { Route, SocketRoute } from '@ochno/contract/route'
import { capabilities } from '@ochno/domain/access/table'
import { isRefusal } from './refuse.ts'

/** The only acts without a sign-in; another one is a decision, made here. */
const publicRoutes: readonly string[] = [
  'POST /api/sign-in',
  'POST /api/setup',
  'POST /api/invitations/look',
  'POST /api/invitations/accept',
  'POST /api/reset-link',
  'GET /api/entrances',
  'POST /api/entrances/open',
  'POST /api/entrances/return',
  'GET /api/keys',
  'GET /api/technical-requirements',
  'GET /api/public/contacts/:tid',
  'GET /api/public/instruction/:tid',
  'GET /api/lms/:tid/login',
  'POST /api/lms/:tid/login',
  'POST /api/lms/:tid/launch',
  'GET /api/lms/:tid/entry',
  'GET /api/lms/:tid/keys',
  'GET /api/lms/coming',
]

/** B-10: the only ones a page of another origin may post to. */
const posted: readonly string[] = ['POST /api/lms/:tid/login', 'POST /api/lms/:tid/launch']

export function checkPolicies(routes: readonly Route[], sockets: readonly SocketRoute[]): readonly string[] {
  const wrong: string[] = []
  const seen = new Set<string>()
  const known = (can: string | undefined) => can !== undefined && (can === 'signed-in' || can in capabilities)
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    if (seen.has(name)) wrong.push(`${name}: declared twice`)
    seen.add(name)
    if (route.can === 'public' ? !publicRoutes.includes(name) : !known(route.can))
      wrong.push(`${name}: no policy`)
    if (route.form && !posted.includes(name)) wrong.push(`${name}: open to other origins`)
    if ((route.body === 'octets') !== (route.upload !== undefined))
      wrong.push(`${name}: bytes that nobody looks through`)
    if (!/^\/(api|ingest|media)\//.test(route.path)) wrong.push(`${name}: outside /api, /ingest and /media`)
    for (const code of route.refusals)
      if (!isRefusal(code)) wrong.push(`${name}: refusal ${code} has no sentence in contract/refusals.ts`)
  }
  for (const { path, can } of sockets) if (!known(can)) wrong.push(`socket ${path}: no policy`)
  return wrong
}
