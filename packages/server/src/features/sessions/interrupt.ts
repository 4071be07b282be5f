// Consent was taken back while an attempt ran: it ends at once, what was recorded stays, and nobody is accused (R4-A5.13).
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { apply, factsOf } from './change-session.ts'
import type { SessionDeps } from './deps.ts'
import { refuseConsent } from './refuse-consent.ts'

/** In the transaction of the withdrawal; the number of attempts that ended. */
export async function interruptWithdrawn(
  deps: SessionDeps,
  tx: Tx,
  { tenant, account }: { readonly tenant: TenantId; readonly account: AccountId },
  now: Instant,
): Promise<number> {
  let ended = 0
  for (const { id, state } of await tx.sessions.ofExaminee(account)) {
    if (state !== 'authorized' && state !== 'in_progress') continue
    const [session, rules] = [await tx.sessions.lock(id), await tx.rules.ofSession(id)]
    if (!session || !rules || !(await refuseConsent(tx, session, rules.policy))) continue
    const changed = await apply(deps, tx, session, { do: 'interrupt' }, now, (event) => ({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: `session.${event.type}`,
      object: id,
      purpose: 'consent',
      result: 'ok',
      details: factsOf(event),
    }))
    if (changed.ok) ended += 1
  }
  return ended
}
