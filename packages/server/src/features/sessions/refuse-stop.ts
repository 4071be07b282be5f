import { actionsOf } from '@ochno/domain/conduct/rules'
import { ofKind, owedMs } from '@ochno/domain/conduct/standing'
import { type Instant, isBefore } from '@ochno/domain/time'
import { type Stop, stop } from '@ochno/domain/wall/stop'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

/** R4-7.5b, TR-46: a stop as the act gives it; without an act at any time, with nothing attached to it. */
export async function judgeStop(
  tx: Tx,
  session: SessionFacts,
  said: { readonly reason: string; readonly justification: string },
): Promise<Stop> {
  const rules = await tx.rules.ofSession(session.id)
  if (!rules) return { ok: false, why: 'not_under_this_act' }
  if (rules.act === null && actionsOf(rules).stopAfter === 0)
    return { ok: true, ground: 'at_any_time', consequence: null }
  const confirmed = ofKind(await tx.conduct.read(session.id, 0), 'mark').length
  return stop({ ...said, confirmed }, rules.policy)
}

/** While a pause is being given back, the time is not over yet. */
export async function isHeldOpen(tx: Tx, session: SessionFacts, now: Instant): Promise<boolean> {
  if (session.deadline === null) return false
  const rules = await tx.rules.ofSession(session.id)
  const log = await tx.conduct.read(session.id, 0)
  const owed = rules ? owedMs(log, rules, session.lengthMinutes, now) : 0
  return owed > 0 && isBefore(now, session.deadline.add({ milliseconds: owed }))
}
