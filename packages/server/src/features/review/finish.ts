// The end of a look: nothing unresolved, a status where the act has one; then, for a gross finding, the next pair of eyes.
import { defaultDecisionPolicy } from '@ochno/domain/decision/findings'
import type { CheckStatus } from '@ochno/domain/decision/findings'
import type { ReviewId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle } from '@ochno/domain/lifecycle/review'
import { grossOf } from '@ochno/domain/review/gross'
import { compare, disputed, refuseSettling, type Settled } from '@ochno/domain/review/second-look'
import type { Instant } from '@ochno/domain/time'
import { refuseStatus } from '@ochno/domain/wall/review-status'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { seedControl } from './controls.ts'
import { type Asker, audited, type DeskDeps, no } from './deps.ts'
import { deskOf, isOwn } from './desk.ts'
import { findingsOf, isUnjudged, listing } from './desk-status.ts'
import { codesFound, findingsIn, ownMarks, standingMarks } from './found.ts'
import { endLostControls } from './lost-controls.ts'
import { calm, makeReview } from './make-review.ts'
import { rowsFor } from './queue.ts'

export type Finishing = {
  readonly review: ReviewId
  readonly status: number | null
  readonly comment: string
  readonly verdicts: readonly Settled[]
}

export const finishReview = (deps: DeskDeps, asker: Asker, given: Finishing, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    await endLostControls(tx, asker.tenant, now)
    const review = await tx.reviews.lock(given.review)
    if (!isOwn(review, asker)) return no('not_found')
    const rules = await tx.rules.ofSession(review.session)
    if (!rules) return no('not_found')
    const refused = await refuseEnd(deps, tx, review, rules, asker, given, now)
    if (refused) return no(refused)
    const ended = { ...review, state: 'reviewed' as const, reviewedAt: now, comment: given.comment }
    await tx.reviews.save({ ...ended, status: given.status })
    const details = { session: review.session, kind: review.kind, status: given.status }
    await tx.audit(audited(asker, 'proctor', 'review.finished', review.id, now, details))
    if (review.kind === 'third') await settle(tx, asker, review, given.verdicts, now)
    else await lookAgain(deps, tx, asker, review, rules, now)
    if (review.kind === 'first') await seedControl(tx, deps, asker, now)
    const after = await tx.reviews.find(review.id)
    const [row] = after ? await rowsFor(deps, tx, [after], asker, now) : []
    return row ? { ok: true as const, body: row } : no('not_found')
  })

async function refuseEnd(
  deps: DeskDeps,
  tx: Tx,
  review: ReviewFacts,
  rules: ExamRules,
  asker: Asker,
  { status, verdicts }: Finishing,
  now: Instant,
) {
  const third = review.kind === 'third'
  const desk = await deskOf(deps, tx, review, asker, now)
  const findings = third ? null : findingsOf(rules, review, desk.marks, await isUnjudged(tx, review))
  const moved = decideMove(
    lifecycle,
    review.state,
    'finish',
    'proctor',
    {
      ...calm,
      unresolvedHints: third ? 0 : desk.progress.unresolved.length,
      statusChosen: findings === null || status !== null,
    },
    now,
  )
  if (!moved.ok) return moved.why === 'hints_unresolved' || moved.why === 'no_status' ? moved.why : 'not_now'
  if (third) return refuseSettling(review.known, verdicts)
  if (verdicts.length > 0) return 'not_disputed'
  if (status === null) return null
  if (!findings) return 'status_does_not_fit'
  return refuseStatus(status as CheckStatus, findings, defaultDecisionPolicy) ? 'status_does_not_fit' : null
}

/** what can end an exam is not left to one pair of eyes; two who disagree are heard by a third. */
async function lookAgain(
  deps: DeskDeps,
  tx: Tx,
  asker: Asker,
  review: ReviewFacts,
  { act }: ExamRules,
  now: Instant,
): Promise<void> {
  const under = listing(act)
  const session = await tx.sessions.find(review.session)
  if (!under || !session || review.kind === 'control') return
  const mine = grossOf(await codesFound(tx, review), under)
  if (review.kind === 'first') {
    if (mine.length > 0)
      await makeReview(tx, deps.ids, { tenant: asker.tenant, session, kind: 'second' }, now)
    return
  }
  const first = [...new Set((await standingMarks(tx, review.session)).map(({ code }) => code))]
  const known = disputed(compare(grossOf(first, under), mine))
  if (known.length > 0)
    await makeReview(tx, deps.ids, { tenant: asker.tenant, session, kind: 'third', known }, now)
}

/** What falls is taken back beside the log; what stands of the second look is written into it. */
async function settle(
  tx: Tx,
  asker: Asker,
  review: ReviewFacts,
  verdicts: readonly Settled[],
  now: Instant,
): Promise<void> {
  const { session, id } = review
  await tx.sessions.lock(session)
  const standing = await standingMarks(tx, session)
  const second = (await tx.reviews.ofSession(session)).find(({ kind }) => kind === 'second')
  const theirs = second ? ownMarks(await findingsIn(tx, second)).filter(({ gone }) => !gone) : []
  for (const verdict of verdicts) {
    const { code, stands, reason } = verdict
    await tx.reviews.addFinding(id, { at: now, by: asker.account, finding: { kind: 'settled', ...verdict } })
    const inLog = standing.filter((mark) => mark.code === code)
    if (!stands)
      for (const { seq } of inLog)
        await tx.reviews.withdraw({ session, seq, at: now, by: asker.account, review: id, reason })
    else if (inLog.length === 0)
      for (const { from, to, note, sign } of theirs.filter((mark) => mark.code === code)) {
        const entry = { kind: 'mark' as const, code, from, to, note, ...(sign && { sign }) }
        const seq = await tx.conduct.add(session, { at: now, party: 'proctor', by: asker.account, entry })
        await tx.reviews.made({ session, seq, review: id, hint: null })
      }
  }
}
