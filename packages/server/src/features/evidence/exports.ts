// T-11, G 2: one person asks for a bundle, another grants it, the first takes it within a day. Each act is in the journal first.
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, isBefore, Temporal } from '@ochno/domain/time'
import type { Export, ExportId, NamedExport } from '../../ports/evidence.ts'
import { type Asker, type EvidenceDeps, type No, no } from './deps.ts'

const GRANT_LASTS = Temporal.Duration.from({ hours: 24 })

type Deps = Pick<
  EvidenceDeps,
  'manifests' | 'exports' | 'destroyed' | 'blocked' | 'audit' | 'clock' | 'ids' | 'log'
>

export const endOfGrant = (of: Export): Instant | null => of.grantedAt?.add(GRANT_LASTS) ?? null

export async function askExport(
  deps: Deps,
  asker: Asker,
  session: SessionId,
  why: { readonly purpose: Export['purpose']; readonly ground: string },
): Promise<
  | { ok: true; id: ExportId }
  | No<'not_found' | 'not_closed' | 'recording_destroyed' | 'recording_blocked' | 'journal_unavailable'>
> {
  const history = await deps.manifests.history(session)
  if (history?.tenant !== asker.tenant) return no('not_found')
  if (!(await deps.manifests.find(asker.tenant, session))) return no('not_closed')
  if (await deps.destroyed(asker.tenant, session)) return no('recording_destroyed')
  if (await deps.blocked(asker.tenant, session)) return no('recording_blocked')
  const ask: Export = {
    id: deps.ids.make('exp'),
    tenant: asker.tenant,
    session,
    ...why,
    askedBy: asker.account,
    askedAt: deps.clock.now(),
    grantedBy: null,
    grantedAt: null,
  }
  if (!(await journalled(deps, asker, 'export.ask', ask))) return no('journal_unavailable')
  await deps.exports.add(ask)
  return { ok: true, id: ask.id }
}

export async function grantExport(
  deps: Deps,
  asker: Asker,
  id: ExportId,
): Promise<
  { ok: true; endsAt: Instant } | No<'not_found' | 'own_export' | 'already_granted' | 'journal_unavailable'>
> {
  const found = await deps.exports.find(asker.tenant, id)
  if (!found) return no('not_found')
  if (found.askedBy === asker.account) return no('own_export')
  if (found.grantedAt) return no('already_granted')
  const now = deps.clock.now()
  if (!(await journalled(deps, asker, 'export.grant', found))) return no('journal_unavailable')
  if (!(await deps.exports.grant(asker.tenant, id, asker.account, now))) return no('already_granted')
  return { ok: true, endsAt: now.add(GRANT_LASTS) }
}

/** The right to take the bytes now; the journal row is committed before it is given. */
export async function mayTake(
  deps: Deps,
  asker: Asker,
  id: ExportId,
): Promise<
  | { ok: true; export: Export }
  | No<
      | 'not_found'
      | 'not_granted'
      | 'grant_over'
      | 'recording_destroyed'
      | 'recording_blocked'
      | 'journal_unavailable'
    >
> {
  const found = await deps.exports.find(asker.tenant, id)
  if (found?.askedBy !== asker.account) return no('not_found')
  const ends = endOfGrant(found)
  if (!ends) return no('not_granted')
  if (!isBefore(deps.clock.now(), ends)) return no('grant_over')
  if (await deps.destroyed(asker.tenant, found.session)) return no('recording_destroyed')
  if (await deps.blocked(asker.tenant, found.session)) return no('recording_blocked')
  if (!(await journalled(deps, asker, 'export.take', found))) return no('journal_unavailable')
  return { ok: true, export: found }
}

export const listExports = (deps: Deps, asker: Asker): Promise<readonly NamedExport[]> =>
  deps.exports.list(asker.tenant)

async function journalled(deps: Deps, asker: Asker, action: string, about: Export): Promise<boolean> {
  try {
    await deps.audit.record({
      at: deps.clock.now(),
      tenant: asker.tenant,
      actor: asker.account,
      role: asker.role,
      action,
      object: about.session,
      purpose: about.purpose,
      result: 'ok',
      details: { export: about.id, ground: about.ground },
    })
    return true
  } catch (cause) {
    deps.log.error('export.journal_failed', { session: about.session, action }, cause)
    return false
  }
}
