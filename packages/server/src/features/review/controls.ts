// Controls: pieces with known answers among a reviewer's own, by the hand of who runs the reviews or by the institution's share.
import type { AccountId, ReviewId, TenantId } from '@ochno/domain/ids'
import { MOST_PERCENT, owesControl } from '@ochno/domain/review/control'
import type { Instant } from '@ochno/domain/time'
import type { Review } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { controlFrom } from './control-source.ts'
import { type Asker, audited, bySystem, no, type ReviewDeps } from './deps.ts'
import { makeReview, mayReview } from './make-review.ts'
import { roleOf } from './queue.ts'

export const readControlSetting = (deps: ReviewDeps, asker: Asker) =>
  deps.store.inTenant(asker.tenant, async (tx) => ({
    percent: await tx.reviews.controlPercent(),
    most: MOST_PERCENT,
  }))

export const setControlSetting = (deps: ReviewDeps, asker: Asker, percent: number, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.reviews.controlPercent()
    await tx.reviews.setControlPercent(percent, asker.account, now)
    await tx.audit(
      audited(asker, roleOf(asker), 'review.control_share', asker.tenant, now, { before, after: percent }),
    )
    return { percent, most: MOST_PERCENT }
  })

/** By hand: this recording, to this reviewer. */
export const controlReview = (
  deps: ReviewDeps,
  asker: Asker,
  { review: id, reviewer }: { readonly review: ReviewId; readonly reviewer: AccountId },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.lock(id)
    const session = review && (await tx.sessions.find(review.session))
    if (!session) return no('not_found')
    if (review.kind !== 'first' || review.reviewedAt === null) return no('not_now')
    if (!(await mayReview(tx, session, 'control', now)).includes(reviewer)) return no('reviewer_barred')
    const { controls } = await tx.reviews.controlsOf(reviewer)
    const source = await controlFrom(tx, review, controls, now)
    if (!source.ok) return source
    const made = await put(tx, deps, asker.tenant, { session, reviewer, ...source }, now)
    if (!made) return no('not_now')
    await tx.audit(audited(asker, roleOf(asker), 'review.control', made.id, now, { of: id }))
    return { ok: true as const, body: { id: made.id as string } }
  })

type Put = {
  readonly session: NonNullable<Awaited<ReturnType<Tx['sessions']['find']>>>
  readonly reviewer: AccountId
  readonly piece: { readonly from: number; readonly to: number; readonly known: readonly string[] }
}

const put = (
  tx: Tx,
  { ids }: Pick<ReviewDeps, 'ids'>,
  tenant: TenantId,
  { session, reviewer, piece: { known, ...piece } }: Put,
  now: Instant,
): Promise<Review | null> =>
  makeReview(tx, ids, { tenant, session, kind: 'control', known, reviewer, piece }, now)

/** By the share: after a finished review, when this reviewer owes one. Nothing fits: nothing is put, and the next review asks again. */
export async function seedControl(
  tx: Tx,
  deps: Pick<ReviewDeps, 'ids'>,
  { tenant, account }: Pick<Asker, 'tenant' | 'account'>,
  now: Instant,
): Promise<void> {
  const percent = await tx.reviews.controlPercent()
  if (percent === 0) return
  const { finished, controls } = await tx.reviews.controlsOf(account)
  if (!owesControl(percent, finished, controls)) return
  for (const review of await tx.reviews.settledForControl(account)) {
    const session = await tx.sessions.find(review.session)
    if (!session || !(await mayReview(tx, session, 'control', now)).includes(account)) continue
    const source = await controlFrom(tx, review, controls, now)
    if (!source.ok) continue
    const made = await put(tx, deps, tenant, { session, reviewer: account, piece: source.piece }, now)
    if (made) await tx.audit(bySystem(tenant, 'review.control', made.id, now, { of: review.id }))
    return
  }
}
