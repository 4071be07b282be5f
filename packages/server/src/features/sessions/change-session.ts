import { extraMinutes } from '@ochno/domain/accommodation/accommodation'
import { mayCommand } from '@ochno/domain/access/may'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import { onlyFromPlatform } from '@ochno/domain/lms/launch'
import { decide, evolve } from '@ochno/domain/session/decide'
import type { Command, Session, SessionEvent } from '@ochno/domain/session/session'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { heldAtTheDoor, refuseEntry } from './may-enter.ts'
import { planScans } from './plan-scans.ts'
import { equipmentAtStart } from './refuse-equipment.ts'
import { isHeldOpen, judgeStop } from './refuse-stop.ts'
import { type Asker, audited, no, type SessionDeps, sessionView } from './deps.ts'

/** Lock, decide, save; state, journal and effects commit together. */
export async function apply(
  deps: SessionDeps,
  tx: Tx,
  before: SessionFacts,
  command: Command,
  now: Instant,
  entry: (event: SessionEvent) => AuditEntry,
) {
  const decision = decide(before, command, now)
  if (!decision.ok) return decision
  const after: Session = decision.events.reduce<Session>(evolve, before)
  await tx.sessions.save(after)
  for (const event of decision.events) {
    const said = entry(event)
    await tx.audit(said)
    if (event.type === 'deauthorized') await deps.ended?.(tx, said.tenant, { ...before, ...after }, now)
    if (event.type === 'authorized')
      await tx.enqueue({
        task: 'session_expire',
        key: `expire:${before.id}`,
        runAt: event.deadline,
        payload: { tenant: said.tenant, session: before.id },
      })
  }
  return { ok: true as const, session: { ...before, ...after } }
}

/** Why it must end before violations repeated; empty: they did. */
export type Stopping = Extract<Command, { do: 'stop' }> & { readonly justification: string }

export async function changeSession(
  deps: SessionDeps,
  asker: Asker & { readonly signIn: string },
  id: SessionId,
  command: Exclude<Command, { do: 'stop' }> | Stopping,
  now: Instant,
) {
  const outcome = await deps.store.inTenant(asker.tenant, async (tx) => {
    const locked = await tx.sessions.lock(id)
    const before = locked && command.do === 'authorize' ? await withOwnTime(tx, locked, now) : locked
    if (!before || !mayCommand(asker, before, command.do)) return no('not_found')
    // In a classroom the proctor's hand does it.
    if (command.do !== 'stop' && (await tx.rules.ofSession(id))?.card.mode === 'offline')
      return no('in_a_room')
    if (command.do === 'authorize' && before.state === 'admitted') {
      if (await cameAround(tx, id, asker.signIn)) return no('launch_from_lms')
      const why = await refuseEntry(deps.ready, tx, before, now)
      if (why) return no(why)
      const held = await heldAtTheDoor(tx, before, now)
      if (held) return no(held)
    }
    const running = before.state === 'in_progress' || before.state === 'authorized'
    const stopped = command.do === 'stop' && running ? await judgeStop(tx, before, command) : null
    if (stopped && !stopped.ok) return no(stopped.why)
    const changed = await apply(deps, tx, before, command, now, (event) =>
      audited(asker, now, `session.${event.type}`, id, factsOf(event)),
    )
    if (changed.ok && command.do === 'authorize') await planScans(deps, tx, asker, before, now)
    if (changed.ok && stopped?.ok && command.do === 'stop')
      await tx.conduct.add(id, {
        at: now,
        party: 'proctor',
        by: asker.account,
        entry: {
          kind: 'stop',
          reason: command.reason,
          justification: command.justification,
          ground: stopped.ground,
          consequence: stopped.consequence,
        },
      })
    const began = changed.ok && command.do === 'authorize' ? await equipmentAtStart(tx, before) : null
    if (began) await tx.audit(audited(asker, now, 'session.equipment', id, began))
    if (changed.ok && command.do === 'authorize') {
      const used = await tx.accommodations.use(id, now)
      if (used.length > 0) await tx.audit(audited(asker, now, 'session.conditions', id, { used }))
    }
    return changed
  })
  if (!outcome.ok) return outcome
  deps.rights.changed(outcome.session.examinee)
  return {
    ok: true as const,
    session: outcome.session,
    body: { now: now.toString(), session: sessionView(asker, outcome.session) },
  }
}

/** R4-5.4: past the learning platform, where the rules let people in from there alone and there is one. */
async function cameAround(tx: Tx, id: SessionId, signIn: string): Promise<boolean> {
  const rules = await tx.rules.ofSession(id)
  if (!rules || !onlyFromPlatform(rules.policy, rules.card.mode)) return false
  return (await tx.lms.platforms()).length > 0 && !(await tx.lms.cameBy(id, signIn))
}

/** The length everybody has, and the minutes this examinee was granted besides (SM-20). */
export async function withOwnTime(tx: Tx, session: SessionFacts, now: Instant): Promise<SessionFacts> {
  if (session.state !== 'admitted') return session
  const longer = extraMinutes(await tx.accommodations.inForce(session.id, now))
  return longer === 0 ? session : { ...session, lengthMinutes: session.lengthMinutes + longer }
}

/** The deadline's job; it looks at the present first, so that it may come late, early or twice. */
export async function expireSession(deps: SessionDeps, tenant: TenantId, id: SessionId, now: Instant) {
  const outcome = await deps.store.inTenant(tenant, async (tx) => {
    const before = await tx.sessions.lock(id)
    if (!before) return no('not_found')
    if (await isHeldOpen(tx, before, now)) return no('too_early')
    const withdrawn = before.state === 'admitted' && (await tx.withdrawals.leftBefore(id))
    return apply(deps, tx, before, { do: 'expire', withdrawn }, now, (event) => ({
      at: now,
      tenant,
      actor: 'system',
      role: 'system',
      action: `session.${event.type}`,
      object: id,
      purpose: 'deadline',
      result: 'ok',
      details: factsOf(event),
    }))
  })
  if (outcome.ok) deps.rights.changed(outcome.session.examinee)
  return outcome
}

export const factsOf = (event: SessionEvent): Readonly<Record<string, unknown>> => ({
  at: event.at.toString(),
  ...('cause' in event ? { cause: event.cause } : {}),
  ...('reason' in event && event.reason !== undefined ? { reason: event.reason } : {}),
})
