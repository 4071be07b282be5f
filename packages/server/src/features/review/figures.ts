// How far reviewers agree with each other and with what is known. It trains people and touches no result (T-17).
import type { AccountId } from '@ochno/domain/ids'
import { type Agreement, agreement, type Pair } from '@ochno/domain/review/agreement'
import { fromMs, type Instant, isAfter } from '@ochno/domain/time'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import type { Asker, ReviewDeps } from './deps.ts'
import { wordingOf } from './desk-marks.ts'
import { codesFound } from './found.ts'

const worded = ({ codes, ...rest }: Agreement) => ({
  ...rest,
  counts: { ...rest.counts },
  codes: codes.map((one) => ({ ...one, wording: wordingOf(one.code) })),
})

const controlPair = async (tx: Tx, review: ReviewFacts): Promise<Pair> => ({
  known: review.known,
  found: await codesFound(tx, review),
})

export const reviewFigures = (deps: ReviewDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const all = await tx.reviews.list(fromMs(0))
    const seconds: Pair[] = []
    const controls = new Map<AccountId, { name: string; pairs: Pair[] }>()
    for (const review of all) {
      if (review.reviewedAt === null || review.reviewer === null) continue
      if (review.kind === 'second') {
        const first = all.find((one) => one.kind === 'first' && one.session === review.session)
        if (first) seconds.push({ known: await codesFound(tx, first), found: await codesFound(tx, review) })
      }
      if (review.kind === 'control') {
        const of = controls.get(review.reviewer) ?? { name: review.reviewerName ?? '', pairs: [] }
        of.pairs.push(await controlPair(tx, review))
        controls.set(review.reviewer, of)
      }
    }
    return {
      secondLooks: worded(agreement(seconds)),
      controls: [...controls].map(([id, { name, pairs }]) => ({
        reviewer: { id, name },
        ...worded(agreement(pairs)),
      })),
      overdue: all.filter(({ due, reviewedAt }) => reviewedAt === null && due !== null && isAfter(now, due))
        .length,
    }
  })

/** One's own alone, and only of what is finished: an open control is not told of. */
export const myFigures = (deps: ReviewDeps, asker: Asker) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = (await tx.reviews.list(fromMs(0))).filter(
      ({ kind, reviewer, reviewedAt }) =>
        kind === 'control' && reviewer === asker.account && reviewedAt !== null,
    )
    const pairs: Pair[] = []
    for (const review of own) pairs.push(await controlPair(tx, review))
    return { controls: worded(agreement(pairs)) }
  })
