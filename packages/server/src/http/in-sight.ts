// R3-0b, security.md 5.6: of another branch, or of somebody else's exam, nothing is there: not by its id, not in a list.
import type { Route } from '@ochno/contract/route'
import { narrowed, type Sight, sightOf } from '@ochno/domain/access/sight'
import type { Sights } from '../ports/sight.ts'
import { refuseByCode } from './by-code.ts'
import type { Actor, Refused } from './seam.ts'

const ID = /^[a-z]{3}_[a-z2-7]{26}$/

/** Whatever the request names, wherever in it. */
export function idsIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return ID.test(given) ? [given] : []
  if (Array.isArray(given)) return given.flatMap(idsIn)
  return given !== null && typeof given === 'object' ? Object.values(given).flatMap(idsIn) : []
}

type Given = { readonly params?: unknown; readonly query?: unknown }
const branchAsked = ({ query }: Given): string | null => {
  const branch = (query as { branch?: unknown } | undefined)?.branch
  return typeof branch === 'string' ? branch : null
}

/** B-28: a code opens its own session; the others of the same person are not there. */
export const beyondCode = (actor: Actor | null, given: unknown): boolean =>
  actor?.only != null && idsIn(given).some((id) => id.startsWith('ses_') && id !== actor.only)

const hidden: Refused = { ok: false, why: 'not_found' }

export async function inSight<T>(
  sights: Sights,
  actor: Actor | null,
  route: Pick<Route, 'method' | 'path' | 'can' | 'reads'>,
  input: Given,
  work: () => Promise<T>,
): Promise<T | Refused> {
  const byCode = refuseByCode(actor?.only, route, input.params)
  if (byCode) return { ok: false, why: byCode }
  if (beyondCode(actor, input)) return hidden
  const own = actor && sightOf(actor)
  if (own && !(await sights.sees(actor.tenant, own, [...new Set(idsIn(input))]))) return hidden
  if (!actor || (route.method !== 'GET' && !route.reads)) return work()
  const branch = branchAsked(input)
  const sight: Sight | null = branch === null ? own : narrowed(own, actor.account, branch)
  if (sight === null) return branch === null ? work() : hidden
  return sights.within(sight, work)
}
