import type { Span } from '@ochno/domain/recording/coverage'
import type { ReviewFacts } from '../../ports/review.ts'

/** What is looked at: the control window of the exam, or the piece of a control. */
export const windowOf = ({
  authorizedAt,
  deauthorizedAt,
  piece,
}: Pick<ReviewFacts, 'authorizedAt' | 'deauthorizedAt' | 'piece'>): Span =>
  piece ?? { from: authorizedAt?.epochMilliseconds ?? 0, to: deauthorizedAt?.epochMilliseconds ?? 0 }

/** Of a piece only what is in it. */
export const inWindow =
  (review: Pick<ReviewFacts, 'authorizedAt' | 'deauthorizedAt' | 'piece'>) =>
  ({ from, to }: Span): boolean => {
    if (review.piece === null) return true
    const window = windowOf(review)
    return from < window.to && to > window.from
  }
