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

export const escalateOverdue = (deps: ReviewDeps, tenant: TenantId, now: Instant): Promise<number> =>
  deps.store.inTenant(tenant, async (tx) => {
    const late = overdueTasks(await tx.reviews.list(null), now) as readonly ReviewFacts[]
    let told = 0
    for (const { id } of late) {
      const review = await tx.reviews.lock(id)
      if (!review || review.escalatedAt !== null) continue
      const facts = { ...calm, deadlinePassed: true }
      const moved = decideMove(lifecycle, review.state, 'miss_deadline', 'system', facts, now)
      const state = moved.ok ? moved.event.to : review.state
      await tx.reviews.save({ ...review, state, escalatedAt: now })
      const to = await tell(tx, deps.ids, review, now)
      await tx.audit(bySystem(tenant, 'review.overdue', id, now, { session: review.session, told: to }))
      told++
    }
    return told
  })

const words = {
  ru: ({ examineeName, reviewerName }: ReviewFacts) =>
    `Запись не проверена в срок: ${examineeName}. ${reviewerName ? `Проверяющий: ${reviewerName}.` : 'Проверяющий не назначен.'} Откройте «Проверку записей» и передайте её другому, если нужно.`,
  en: ({ examineeName, reviewerName }: ReviewFacts) =>
    `A recording was not reviewed in time: ${examineeName}. ${reviewerName ? `Reviewer: ${reviewerName}.` : 'Nobody is assigned.'} Open “Reviews” and give it to somebody else if needed.`,
} as const

/** Methodists; where there are none, administrators. */
async function tell(tx: Tx, ids: Ids, review: ReviewFacts, now: Instant): Promise<number> {
  const session = await tx.sessions.find(review.session)
  if (!session) return 0
  const working = (role: 'methodist' | 'admin') =>
    tx.accounts.list('', role).then((all) => all.filter(({ disabledAt }) => disabledAt === null))
  const methodists = await working('methodist')
  const people = methodists.length > 0 ? methodists : await working('admin')
  for (const { id: to, language } of people) {
    await tx.notices.add({
      kind: 'message',
      facts: { title: session.examTitle, text: words[language](review) },
      id: ids.make('ntc'),
      to,
      about: session.exam,
      edition: await tx.notices.nextEdition(to, session.exam),
      queuedAt: now,
      deliveredAt: null,
      readAt: null,
    })
  }
  return people.length
}
