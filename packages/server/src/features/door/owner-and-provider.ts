import { type ExternalResult, externalDone } from '@ochno/domain/identity/external'
import { mayAskExternal, type StepId } from '@ochno/domain/identity/steps'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Role } from '@ochno/domain/access/table'
import { type Asker, type DoorDeps, entry, no } from './deps.ts'
import { objectKey } from './pass-door.ts'
import { standingOf } from './standing.ts'

const staff: readonly Role[] = ['admin', 'methodist', 'teacher']
const roleOf = (asker: Asker): Role => staff.find((role) => asker.roles.includes(role)) ?? 'teacher'

export type ProviderAnswer = Omit<ExternalResult, 'at'> | { readonly result: 'withdrawn' }

/** R1-4.3b: asked about a person, only its yes counts; what is kept is the answer, never a face. Whoever withdraws goes the act's way (TR-56). */
export const recordExternal = (
  deps: DoorDeps,
  asker: Asker,
  id: SessionId,
  answer: ProviderAnswer,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session) return no('not_found')
    if (session.state !== 'admitted') return no('not_now')
    const { rules, visit } = await standingOf(tx, session)
    if (!mayAskExternal(rules.policy)) return no('not_asked')
    if (answer.result !== 'asked' && !visit.asked.includes('external')) return no('not_asked')
    const without = (ids: readonly StepId[]) => ids.filter((one) => one !== 'external')
    const done = answer.result !== 'withdrawn' && externalDone({ ...answer, at: now })
    const after = {
      ...visit,
      asked:
        answer.result === 'withdrawn' ? without(visit.asked) : [...without(visit.asked), 'external' as const],
      done: done ? [...without(visit.done), 'external' as const] : without(visit.done),
    }
    await tx.doors.save(id, after, now)
    if (answer.result === 'withdrawn') await tx.doors.dropExternal(id)
    else await tx.doors.saveExternal(id, { ...answer, at: now })
    await tx.audit(entry(asker, now, 'external', id, roleOf(asker), { ...answer }))
    return { ok: true as const, body: { done } }
  })

/** R3-6.3.2, R4-8.2.2: the reference changes by an administrator's hand alone, and the ground is in the journal. */
export const unbindOwner = (deps: DoorDeps, asker: Asker, account: AccountId, ground: string, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.accounts.find(account))) return no('not_found')
    if (!(await tx.doors.unbind(account, now))) return no('not_found')
    await tx.audit(entry(asker, now, 'owner_unbound', account, 'admin', { ground }))
    return { ok: true as const, body: undefined }
  })

/** Object first, then the key: cut off in between it is simply done again. */
export async function forgetDue(
  deps: Pick<DoorDeps, 'store' | 'objects'>,
  tenant: TenantId,
  now: Instant,
): Promise<number> {
  const due = await deps.store.inTenant(tenant, (tx) => tx.doors.due(now))
  for (const one of due) {
    await deps.objects.remove(objectKey(one))
    await deps.store.inTenant(tenant, async (tx) => {
      await tx.doors.forgotten(one.id, now)
      await tx.audit({
        at: now,
        tenant,
        actor: 'system',
        role: 'system',
        action: 'door.forget',
        object: one.session,
        purpose: 'retention',
        result: 'ok',
        details: { evidence: one.id, step: one.step },
      })
    })
  }
  return due.length
}
