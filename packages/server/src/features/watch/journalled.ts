import type { Role } from '@ochno/domain/access/table'
import type { Access } from '../../ports/watching.ts'
import type { Viewer, WatchDeps } from './deps.ts'

type Act = Omit<Access, 'at' | 'tenant' | 'account' | 'signIn' | 'ip' | 'role'> & { readonly role: Role }

/**
 * P-25, E-T9: the row and the audit entry are committed before the first byte. False when either could not be;
 * the caller then shows nothing at all.
 */
export async function journalled(
  deps: Pick<WatchDeps, 'journal' | 'audit' | 'clock' | 'log'>,
  viewer: Viewer,
  act: Act,
): Promise<boolean> {
  const at = deps.clock.now()
  const row: Access = {
    ...act,
    at,
    tenant: viewer.tenant,
    account: viewer.account,
    signIn: viewer.signIn,
    ip: viewer.ip,
  }
  try {
    await Promise.all([
      deps.journal.write(row),
      deps.audit.record({
        at,
        tenant: viewer.tenant,
        actor: viewer.account,
        role: act.role,
        action: `watch.${act.action}`,
        object: act.session,
        purpose: act.purpose,
        result: 'ok',
        details: { tid: act.tid, from: act.seqFrom, to: act.seqTo, view: act.view },
      }),
    ])
    return true
  } catch (cause) {
    deps.log.error('watch_journal_failed', { session: act.session, action: act.action }, cause)
    return false
  }
}

export const wholeSession = {
  view: null,
  tid: null,
  seqFrom: null,
  seqTo: null,
  startedAt: null,
  endedAt: null,
} as const
