// Which statuses of 004 App. 4 fit what was found.
import type { ReviewDesk, ReviewMark } from '@ochno/contract/review'
import { defaultDecisionPolicy, type Findings } from '@ochno/domain/decision/findings'
import { statusNames } from '@ochno/domain/decision/status'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import type { ListingAct } from '@ochno/domain/incident/violation'
import { isSaid } from '@ochno/domain/policy/effective'
import { standsUnjudged } from '@ochno/domain/quality/unjudged'
import { isBlind } from '@ochno/domain/review/second-look'
import { refuseStatus } from '@ochno/domain/wall/review-status'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'

export const listing = (act: string | null): ListingAct | null =>
  act === '001' || act === '003' || act === '004' ? act : null

/** 004 App. 4 alone has statuses; which of those that fit becomes the main one is the person's choice. */
export async function statusesOf(
  rules: ExamRules,
  review: ReviewFacts,
  marks: readonly ReviewMark[],
  unjudged: boolean,
): Promise<ReviewDesk['statuses']> {
  const findings = findingsOf(rules, review, marks, unjudged)
  if (!findings) return null
  return ([1, 2, 3, 4, 5, 6] as const).map((status) => ({
    status,
    name: statusNames[status],
    fits: refuseStatus(status, findings, defaultDecisionPolicy) === null,
  }))
}

/** A blind look is not told what another said. */
export const isUnjudged = async (tx: Tx, { session, kind }: ReviewFacts): Promise<boolean> =>
  !isBlind(kind) && standsUnjudged(await tx.conduct.read(session, 0))

export function findingsOf(
  { act, permissions, policy, card }: ExamRules,
  { startedAt }: ReviewFacts,
  marks: readonly Pick<ReviewMark, 'code' | 'withdrawn'>[],
  unjudged: boolean,
): Findings | null {
  if (act !== '004') return null
  const standing = marks
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ code }) => code as ViolationCode)
  return {
    act,
    marks: [...new Set(standing)].map((code) => ({
      code,
      occurrences: standing.filter((one) => one === code).length,
      conditionMet: true,
    })),
    switchedOff: permissions.switchedOff,
    stoppedForViolations: false,
    recordingRequired: isSaid(policy, 'recording.mandatory', 'required'),
    recordingConfirmed: true,
    started: startedAt !== null,
    finalAttestation: card.kind === 'final',
    failure: null,
    unjudged,
  }
}
