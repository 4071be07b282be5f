// SM-17: the teacher gives another date while the attempt still stands; it ends at once, is void, and accuses nobody (R4-4.7).
import type { Instant } from '@ochno/domain/time'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { apply, factsOf } from './change-session.ts'
import { type Asker, audited, type SessionDeps } from './deps.ts'

/** In the transaction of the decision; false: it did not run. */
export async function breakOff(
  deps: SessionDeps,
  tx: Tx,
  asker: Asker,
  { id, state }: SessionFacts,
  now: Instant,
): Promise<boolean> {
  if (state !== 'authorized' && state !== 'in_progress') return false
  const session = await tx.sessions.lock(id)
  if (!session) return false
  const changed = await apply(deps, tx, session, { do: 'interrupt', failure: true }, now, (event) =>
    audited(asker, now, `session.${event.type}`, id, factsOf(event)),
  )
  return changed.ok
}
