// SM-4 in the same manner: what nobody answered in time goes to the deputy director, once.
import { isOverdue } from '@ochno/domain/complaint/complaint'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type ComplaintDeps, tell } from './deps.ts'

const words = {
  ru: 'На жалобу на проктора не ответили в срок. Откройте «Жалобы» и поручите ответ или ответьте сами.',
  en: 'A complaint about a proctor was not answered in time. Open “Complaints” and see to the answer.',
}

export const escalateComplaints = (
  deps: Pick<ComplaintDeps, 'store' | 'ids' | 'deputies'>,
  tenant: TenantId,
  now: Instant,
): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    const late = (await tx.complaints.all()).filter(
      (one) => one.answered === null && one.escalatedAt === null && isOverdue(one, now),
    )
    for (const one of late) {
      const about = one.proctors.map(({ id }) => id)
      const people = (await deps.deputies(tx, now)).filter((person) => !about.includes(person))
      await tx.complaints.escalated(one, now)
      await tell(deps.ids, tx, [...people, ...(one.taken ? [one.taken.by] : [])], one, words, now)
      await tx.audit({
        at: now,
        tenant,
        actor: 'system',
        role: 'system',
        action: 'complaint.overdue',
        object: one.session,
        purpose: 'complaint',
        result: 'ok',
        details: { seq: one.seq, told: people.length },
      })
    }
    return late.length
  })
