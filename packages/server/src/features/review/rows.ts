import type { ReviewRow } from '@ochno/contract/review'
import type { AccountId } from '@ochno/domain/ids'
import { isJudged } from '@ochno/domain/review/may-issue'
import { lengthOf } from '@ochno/domain/review/played'
import { isBlind } from '@ochno/domain/review/second-look'
import { type Instant, isAfter } from '@ochno/domain/time'
import type { StoredHint } from '../../ports/hints.ts'
import type { ReviewFacts, StoredFinding } from '../../ports/review.ts'
import type { Ranked, WeighedSession } from '../../ports/weighing.ts'
import { judgedBlind } from './found.ts'
import { inWindow, windowOf } from './window.ts'

type RowFacts = {
  readonly review: ReviewFacts
  readonly hints: readonly StoredHint[]
  readonly findings: readonly StoredFinding[]
  /** Null where nothing may be watched, and where nothing is left to put in order. */
  readonly weighed: WeighedSession | null
}

export function rowOf(facts: RowFacts, asker: AccountId, mayManage: boolean, now: Instant): ReviewRow {
  const { review, findings } = facts
  const hints = facts.hints.filter(inWindow(review))
  const trust = trustOf(facts)
  const mine = review.reviewer === asker
  const judged = judgedBlind(findings)
  const open = hints.filter(({ no, answer }) =>
    isBlind(review.kind) ? !judged.has(no) : !isJudged(answer?.state ?? 'open'),
  )
  return {
    id: review.id,
    session: review.session,
    // Who looks blind does not learn that others have looked, nor that this is a control before it is finished.
    kind: mayManage || review.kind === 'third' || isToldOf(review) ? review.kind : null,
    state: review.state,
    examinee: { name: mayManage || !isBlind(review.kind) ? review.examineeName : '' },
    exam: { title: review.examTitle },
    createdAt: review.createdAt.toString(),
    due: review.due?.toString() ?? null,
    overdue: review.due !== null && isAfter(review.reviewedAt ?? now, review.due),
    recordedMinutes: review.recordedMinutes,
    reviewer: review.reviewer ? { id: review.reviewer, name: review.reviewerName ?? '' } : null,
    mine,
    reviewedAt: review.reviewedAt?.toString() ?? null,
    watchedPercent: watchedPercent(review),
    hints: { all: hints.length, open: review.kind === 'third' ? 0 : open.length },
    trust: trust?.hundredths ?? null,
    band: trust?.band ?? null,
    status: review.status,
  }
}

const isToldOf = ({ kind, reviewedAt }: ReviewFacts): boolean => kind === 'control' && reviewedAt !== null

function watchedPercent(review: ReviewFacts): number {
  const { from, to } = windowOf(review)
  return to > from ? Math.min(100, Math.floor((lengthOf(review.played) * 100) / (to - from))) : 0
}

/** A blind look is ordered by the signals alone: what somebody answered to them would show in the score. */
const trustOf = ({ review, hints, weighed }: RowFacts): Ranked | null =>
  weighed && hints.length > 0 && review.reviewedAt === null
    ? isBlind(review.kind)
      ? review.piece
        ? weighed.untoldIn(review.piece)
        : weighed.untold
      : weighed.trust
    : null
