// R1-4.1k, R3-4.2.4.1, R4-6.3.4: a reviewer can not judge what the pictures do not show. Said in the session's log, beside what the proctor said live.
import type { ConductEntry } from '@ochno/domain/conduct/entry'
import type { ReviewId } from '@ochno/domain/ids'
import { refuseUnjudged } from '@ochno/domain/quality/unjudged'
import type { Instant } from '@ochno/domain/time'
import { type Asker, audited, type DeskDeps, no } from './deps.ts'
import { isBegun, work } from './work.ts'

type Word = Extract<ConductEntry, { kind: 'unjudged' | 'judged' }>

/** Only the first look writes into the session's log: a blind one does not learn what was said, a third settles what two found. */
const writes = 'first'

export const sayUnjudged = (deps: DeskDeps, asker: Asker, id: ReviewId, word: Word, now: Instant) =>
  work(deps, asker, id, now, async (tx, review) => {
    if (!isBegun(review)) return no('not_now')
    if (review.kind !== writes) return no(word.kind === 'unjudged' ? 'say_in_comment' : 'not_now')
    const { session, authorizedAt, deauthorizedAt } = review
    if (!authorizedAt || !deauthorizedAt) return no('not_now')
    // The log's numbers are given one after the other under the session's row.
    await tx.sessions.lock(session)
    const log = await tx.conduct.read(session, 0)
    const why = refuseUnjudged(word, authorizedAt, log, deauthorizedAt)
    if (why) return no(why)
    const seq = await tx.conduct.add(session, { at: now, party: 'proctor', by: asker.account, entry: word })
    await tx.audit(
      audited(asker, 'proctor', `review.${word.kind}`, id, now, { session, seq, reason: word.reason }),
    )
    return null
  })
