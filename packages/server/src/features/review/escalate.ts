// R4-5.2b: nobody looked in time. The review is overdue, and who runs the exams is told once.
import type { TenantId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle } from '@ochno/domain/lifecycle/review'
import type { Instant } from '@ochno/domain/time'
import { overdueTasks } from '@ochno/domain/wall/review-task'
import type { Ids } from '../../ports/ids.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { bySystem, type ReviewDeps } from './deps.ts'
import { calm } from './make-review.ts'
import { endLostControls } from './lost-controls.ts'
import { organisers, tell, type Words } from './tell.ts'

export const escalateOverdue = (deps: ReviewDeps, tenant: TenantId, now: Instant): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    await endLostControls(tx, tenant, now)
    const late = overdueTasks(await tx.reviews.list(null), now) as readonly ReviewFacts[]
    let told = 0
    for (const { id } of late) {
      const review = await tx.reviews.lock(id)
      if (!review || review.escalatedAt !== null) continue
      const facts = { ...calm, deadlinePassed: true }
      const moved = decideMove(lifecycle, review.state, 'miss_deadline', 'system', facts, now)
      const state = moved.ok ? moved.event.to : review.state
      await tx.reviews.save({ ...review, state, escalatedAt: now })
      const to = await tellOrganisers(tx, deps.ids, review, now)
      await tx.audit(bySystem(tenant, 'review.overdue', id, now, { session: review.session, told: to }))
      told++
    }
    return told
  })

const words = ({ examineeName, reviewerName }: ReviewFacts): Words => ({
  ru: `Запись не проверена в срок: ${examineeName}. ${reviewerName ? `Проверяющий: ${reviewerName}.` : 'Проверяющий не назначен.'} Откройте «Проверку записей» и передайте её другому, если нужно.`,
  en: `A recording was not reviewed in time: ${examineeName}. ${reviewerName ? `Reviewer: ${reviewerName}.` : 'Nobody is assigned.'} Open “Reviews” and give it to somebody else if needed.`,
})

async function tellOrganisers(tx: Tx, ids: Ids, review: ReviewFacts, now: Instant): Promise<number> {
  const session = await tx.sessions.find(review.session)
  if (!session) return 0
  const people = await organisers(tx)
  await tell(tx, ids, session, people, words(review), now)
  return people.length
}
