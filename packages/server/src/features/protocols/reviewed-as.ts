// What the first look at the recording comes to: the annex says how much of it was really watched (R1-5.2c).
import type { Logged } from '@ochno/domain/conduct/entry'
import type { SessionId } from '@ochno/domain/ids'
import { reviewAccount } from '@ochno/domain/review/account'
import { isJudged } from '@ochno/domain/review/may-issue'
import type { ReviewedAs } from '../../ports/protocols.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'

/** Null: it is not finished, or was nobody's. */
export async function reviewedAs(
  tx: Tx,
  looks: readonly ReviewFacts[],
  log: readonly Logged[],
): Promise<ReviewedAs | null> {
  const first = looks.find(({ kind, reviewedAt }) => kind === 'first' && reviewedAt !== null)
  if (!first?.reviewer || !first.authorizedAt || !first.deauthorizedAt) return null
  const window = {
    from: first.authorizedAt.epochMilliseconds,
    to: first.deauthorizedAt.epochMilliseconds,
  }
  const hints = await tx.hints.of([first.session])
  const marks = log.flatMap(({ entry }) =>
    entry.kind === 'mark' ? [{ from: Date.parse(entry.from), to: Date.parse(entry.to) }] : [],
  )
  return {
    by: first.reviewerName ?? '',
    ...reviewAccount(
      window,
      { hints, marks, blind: await unwatched(tx, first.session, window) },
      first.played,
      first.unhurried,
    ),
    hints: hints.length,
    hintsResolved: hints.filter(({ answer }) => isJudged(answer?.state ?? 'open')).length,
  }
}

/** A machine that never said what it watches watched nothing. */
const unwatched = async (tx: Tx, session: SessionId, window: { from: number; to: number }) =>
  (await tx.hints.machineOf(session)) === null ? [window] : await tx.hints.blindOf([session])
