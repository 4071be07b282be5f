// R4-5.2b, SM-4: nobody looked in time. The review is overdue; who runs the exams is told once, and the deputy director with them.
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle } from '@ochno/domain/lifecycle/review'
import type { Instant } from '@ochno/domain/time'
import { overdueTasks } from '@ochno/domain/wall/review-task'
import type { Deputies } from '../../ports/deputies.ts'
import { tellEach } from '../../ports/messages.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { bySystem, type ReviewDeps } from './deps.ts'
import { calm } from './make-review.ts'
import { endLostControls } from './lost-controls.ts'
import { organisers, type Words } from './tell.ts'

export type EscalateDeps = ReviewDeps & { readonly deputies: Deputies }

export const escalateOverdue = (deps: EscalateDeps, tenant: TenantId, now: Instant): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    await endLostControls(tx, tenant, now)
    const overdue = overdueTasks(await tx.reviews.list(null), now) as readonly ReviewFacts[]
    let late = 0
    for (const { id } of overdue) {
      const review = await tx.reviews.lock(id)
      if (!review || review.escalatedAt !== null) continue
      const facts = { ...calm, deadlinePassed: true }
      const moved = decideMove(lifecycle, review.state, 'miss_deadline', 'system', facts, now)
      const state = moved.ok ? moved.event.to : review.state
      const told = await tellOf(deps, tx, review, now)
      // Nobody may see to it today: it is looked at again, until somebody may.
      const nobody = told.told + told.escalated.length === 0
      await tx.reviews.save({ ...review, state, escalatedAt: nobody ? null : now })
      if (nobody) continue
      await tx.audit(bySystem(tenant, 'review.overdue', id, now, { session: review.session, ...told }))
      late++
    }
    return late
  })

const words = ({ examineeName, reviewerName }: ReviewFacts): Words => ({
  ru: `Запись не проверена в срок: ${examineeName}. ${reviewerName ? `Проверяющий: ${reviewerName}.` : 'Проверяющий не назначен.'} Откройте «Проверку записей» и передайте её другому, если нужно.`,
  en: `A recording was not reviewed in time: ${examineeName}. ${reviewerName ? `Reviewer: ${reviewerName}.` : 'Nobody is assigned.'} Open “Reviews” and give it to somebody else if needed.`,
})

/** Letters lie in mailboxes that are shared: names stand behind the sign-in. */
const deputyWords = ({ session }: ReviewFacts): Words => {
  const no = session.slice(-6).toUpperCase()
  return {
    ru: `Срок проверки записи нарушен: сеанс ${no}. Вам сообщаем как заместителю директора: откройте «Проверку записей» и решите, кто и когда её проверит.`,
    en: `The term of a review was missed: session ${no}. You are told as the deputy director: open “Reviews” and decide who looks at it and when.`,
  }
}

async function tellOf(
  { ids, deputies }: EscalateDeps,
  tx: Tx,
  review: ReviewFacts,
  now: Instant,
): Promise<{ readonly told: number; readonly escalated: readonly AccountId[] }> {
  const session = await tx.sessions.find(review.session)
  if (!session) return { told: 0, escalated: [] }
  const wanted = { can: 'review.manage', exam: session.exam, without: [] } as const
  const above = await deputies(tx, now, wanted)
  const people = (await organisers(tx, now, wanted)).filter((one) => !above.includes(one))
  await tellEach(ids, tx, people, session, words(review), now)
  await tellEach(ids, tx, above, session, deputyWords(review), now)
  return { told: people.length, escalated: above }
}
