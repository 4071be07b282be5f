// The proctor's calls as the reviewer's page draws them: a second voice in the recording is not always an outsider's (R1-5.2a).
import type { ReviewCall } from '@ochno/contract/review'
import { callsOf } from '@ochno/domain/call/call'
import { isBlind } from '@ochno/domain/review/second-look'
import type { Instant } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { inWindow } from './window.ts'

export async function callsIn(
  tx: Tx,
  review: ReviewFacts,
  rules: ExamRules | null,
  now: Instant,
): Promise<ReviewCall[]> {
  if (rules === null) return []
  const { session, kind, deauthorizedAt } = review
  const shown = inWindow(review)
  const log = await tx.conduct.read(session, 0)
  return callsOf({ deauthorizedAt, log }, rules, now).flatMap((call) => {
    if (call.endedAt === null || call.end === null) return []
    if (!shown({ from: call.askedAt.epochMilliseconds, to: call.endedAt.epochMilliseconds })) return []
    return [
      {
        seq: call.seq,
        reason: isBlind(kind) ? '' : call.reason,
        by: log.find(({ seq }) => seq === call.seq)?.name ?? '',
        askedAt: call.askedAt.toString(),
        answeredAt: call.answeredAt?.toString() ?? null,
        endedAt: call.endedAt.toString(),
        end: call.end,
      },
    ]
  })
}
