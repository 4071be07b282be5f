// SM-4 in the same manner: what nobody answered in time goes to the deputy director, once.
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { tellOfSession } from '../../ports/messages.ts'
import { type ComplaintDeps, concernedIn, toldOf } from './deps.ts'

const words = {
  ru: 'На жалобу на проктора не ответили в срок. Откройте «Жалобы» и ответьте на неё.',
  en: 'A complaint about a proctor was not answered in time. Open “Complaints” and answer it.',
}

export const escalateComplaints = (
  deps: Pick<ComplaintDeps, 'store' | 'ids' | 'deputies' | 'relatives'>,
  tenant: TenantId,
  now: Instant,
): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    let late = 0
    for (const one of await tx.complaints.late(now)) {
      const wanted = await toldOf(tx, one.session, await concernedIn(deps, tx, one, now))
      const people = wanted ? await deps.deputies(tx, now, wanted) : []
      // Nobody may answer it today: it is looked at again, until somebody may.
      if (people.length === 0) continue
      await tx.complaints.escalated(one, now)
      await tellOfSession(
        deps.ids,
        tx,
        [...people, ...(one.taken ? [one.taken.by] : [])],
        one.session,
        words,
        now,
      )
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
      late++
    }
    return late
  })
