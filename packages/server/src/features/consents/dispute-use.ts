// 000 2.5 б): a recording settles a dispute only where its examinee agreed to that before the exam, and still does (TR-45).
import { demandOf } from '@ochno/domain/consent/demand'
import { mayUseInDispute } from '@ochno/domain/consent/record'
import type { DisputeUse } from '../../ports/consents.ts'
import type { Store } from '../../ports/store.ts'
import { recordsOf } from './person.ts'

export const disputeUse =
  (store: Store): DisputeUse =>
  (tenant, session, now) =>
    store.inTenant(tenant, async (tx) => {
      const rules = await tx.rules.ofSession(session)
      if (!rules || !demandOf((key) => rules.policy[key].value).kinds.includes('video_disputes')) return true
      const facts = await tx.sessions.find(session)
      if (!facts) return false
      const { zone } = await tx.institutions.own()
      const today = now.toZonedDateTimeISO(zone).toPlainDate()
      return mayUseInDispute(recordsOf(await tx.consents.lives(facts.examinee)), facts.opensAt, today)
    })
