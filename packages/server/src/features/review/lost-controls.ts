// A control whose recording is destroyed, closed or whose consent is taken back can not be judged any more: it is taken from its
// reviewer and ends without a figure. Nobody is late with it.
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { bySystem } from './deps.ts'

export async function endLostControls(tx: Tx, tenant: TenantId, now: Instant): Promise<void> {
  for (const id of await tx.reviews.lostControls()) {
    const review = await tx.reviews.lock(id)
    if (!review || review.reviewedAt !== null) continue
    await tx.reviews.save({ ...review, state: 'reviewed', reviewedAt: now, reviewer: null })
    const details = { session: review.session, reviewer: review.reviewer }
    await tx.audit(bySystem(tenant, 'review.control_lost', id, now, details))
  }
}

export const isLost = ({ kind, reviewer, reviewedAt }: ReviewFacts): boolean =>
  kind === 'control' && reviewer === null && reviewedAt !== null
