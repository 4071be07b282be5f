// What a reviewer does at the desk: begins, plays, marks, dismisses, takes back. Each deed under the held row, each in the journal.
import { refuseConduct } from '@ochno/domain/conduct/refuse'
import type { ReviewId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle } from '@ochno/domain/lifecycle/review'
import type { Span } from '@ochno/domain/recording/coverage'
import { addPlayed, isBelievable, lengthOf, wasLookedAt } from '@ochno/domain/review/played'
import { type Instant, instant, isAfter } from '@ochno/domain/time'
import type { FoundMark, ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, audited, type DeskDeps, no } from './deps.ts'
import { deskOf, isOwn } from './desk.ts'
import { findingsIn, judgedBlind, ownMarks } from './found.ts'
import { calm } from './make-review.ts'
import { inWindow, windowOf } from './window.ts'

type Working<Why extends string> = { readonly ok: false; readonly why: Why } | null

/** The held row of one's own open review, and the desk as it stands afterwards. */
export const work = <Why extends string>(
  deps: DeskDeps,
  asker: Asker,
  id: ReviewId,
  now: Instant,
  deed: (tx: Tx, review: ReviewFacts) => Promise<Working<Why>>,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.lock(id)
    if (!isOwn(review, asker)) return no('not_found')
    if (review.reviewedAt !== null) return no('not_now')
    const refused = await deed(tx, review)
    if (refused) return refused
    const after = await tx.reviews.find(id)
    return { ok: true as const, body: await deskOf(deps, tx, after ?? review, asker, now) }
  })

/** Every deed but the opening needs a review that was begun. */
export const isBegun = ({ state }: ReviewFacts): boolean => state === 'in_review' || state === 'overdue'

export const openReview = (deps: DeskDeps, asker: Asker, id: ReviewId, now: Instant) =>
  work(deps, asker, id, now, async (tx, review) => {
    if (review.state === 'in_review') return null
    const moved = decideMove(lifecycle, review.state, 'open', 'proctor', calm, now)
    if (!moved.ok) return no('not_now')
    await tx.reviews.save({ ...review, state: moved.event.to, openedAt: review.openedAt ?? now })
    await tx.audit(audited(asker, 'proctor', 'review.opened', id, now, { session: review.session }))
    return null
  })

type PlayedSpan = Span & { readonly speed: number }

export const reportPlayed = (
  deps: DeskDeps,
  asker: Asker,
  { review: id, spans }: { readonly review: ReviewId; readonly spans: readonly PlayedSpan[] },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.lock(id)
    if (!isOwn(review, asker)) return no('not_found')
    if (!isBegun(review) || !review.openedAt) return no('not_now')
    const window = windowOf(review)
    const played = addPlayed(window, review.played, spans)
    if (!isBelievable(played, review.openedAt.epochMilliseconds, now.epochMilliseconds))
      return no('too_much_played')
    const slow = spans.filter(({ speed }) => speed <= 1)
    const unhurried = review.unhurried && addPlayed(window, review.unhurried, slow)
    await tx.reviews.save({ ...review, played, unhurried })
    const percent = Math.floor((lengthOf(played) * 100) / Math.max(1, window.to - window.from))
    return { ok: true as const, body: { watchedPercent: Math.min(100, percent) } }
  })

type Marking = Omit<FoundMark, 'kind'> & { readonly hint: number | null }

export const markInReview = (
  deps: DeskDeps,
  asker: Asker,
  { review: id, mark }: { readonly review: ReviewId; readonly mark: Marking },
  now: Instant,
) =>
  work(deps, asker, id, now, async (tx, review) => {
    if (!isBegun(review) || review.kind === 'third') return no('not_now')
    const unseen = await refuseUnseen(tx, review, mark.hint)
    if (unseen) return unseen
    if (await isMarked(tx, review, mark.hint)) return no('already_answered')
    const { hint, ...said } = mark
    const why = await refuseMark(tx, review, { kind: 'mark', ...said }, now)
    if (why) return no(why)
    if (review.kind !== 'first') {
      await tx.reviews.addFinding(id, { at: now, by: asker.account, finding: { kind: 'mark', ...mark } })
      await tx.audit(audited(asker, 'proctor', 'review.mark', id, now, { code: mark.code }))
      return null
    }
    // The log's numbers are given one after the other under the session's row.
    await tx.sessions.lock(review.session)
    const entry = { kind: 'mark' as const, ...said }
    const seq = await tx.conduct.add(review.session, { at: now, party: 'proctor', by: asker.account, entry })
    await tx.reviews.made({ session: review.session, seq, review: id, hint })
    if (hint !== null)
      await tx.hints.answer(review.session, hint, {
        at: now,
        by: asker.account,
        role: 'proctor',
        state: 'marked',
        note: mark.note,
        mark: seq,
      })
    await tx.audit(audited(asker, 'proctor', 'review.mark', id, now, { session: review.session, seq }))
    return null
  })

/** One hint becomes one mark, however often it is sent. */
async function isMarked(tx: Tx, review: ReviewFacts, hint: number | null): Promise<boolean> {
  if (hint === null) return false
  if (review.kind !== 'first') return judgedBlind(await findingsIn(tx, review)).get(hint)?.kind === 'mark'
  const found = (await tx.hints.of([review.session])).find((one) => one.no === hint)
  return found?.answer?.state === 'marked'
}

/** The same rule as at the wall, and within what was recorded. */
async function refuseMark(tx: Tx, review: ReviewFacts, mark: FoundMark, now: Instant) {
  const rules = await tx.rules.ofSession(review.session)
  if (!rules || !review.deauthorizedAt) return 'not_found' as const
  if (isAfter(instant(mark.to), review.deauthorizedAt)) return 'wrong_range' as const
  if (!inWindow(review)({ from: Date.parse(mark.from), to: Date.parse(mark.to) }))
    return 'wrong_range' as const
  const run = {
    authorizedAt: review.authorizedAt,
    deauthorizedAt: review.deauthorizedAt,
    earlier: () => null,
    log: [],
  }
  const why = refuseConduct(mark, 'proctor', run, rules, now)
  if (why === null || why === 'not_on_the_list' || why === 'wrong_range') return why
  return 'not_running' as const
}

async function refuseUnseen(tx: Tx, review: ReviewFacts, hint: number | null) {
  if (hint === null) return null
  const found = (await tx.hints.of([review.session])).find(({ no: number }) => number === hint)
  if (!found || !inWindow(review)(found)) return no('not_found')
  return wasLookedAt({ from: found.from, to: found.to }, review.played) ? null : no('not_looked_at')
}

/** R1-5.2e: with a reason, and only after looking. */
export const dismissHint = (
  deps: DeskDeps,
  asker: Asker,
  { review: id, hint, reason }: { readonly review: ReviewId; readonly hint: number; readonly reason: string },
  now: Instant,
) =>
  work(deps, asker, id, now, async (tx, review) => {
    if (!isBegun(review) || review.kind === 'third') return no('not_now')
    const unseen = await refuseUnseen(tx, review, hint)
    if (unseen) return unseen
    if (review.kind === 'first')
      await tx.hints.answer(review.session, hint, {
        at: now,
        by: asker.account,
        role: 'proctor',
        state: 'dismissed',
        note: reason,
        mark: null,
      })
    else
      await tx.reviews.addFinding(id, {
        at: now,
        by: asker.account,
        finding: { kind: 'dismissed', hint, reason },
      })
    await tx.audit(audited(asker, 'proctor', 'review.dismissed', id, now, { hint, reason }))
    return null
  })

/** TR-47: what was written stays; that it does not stand is written beside it. The hint it answered is open again. */
export const withdrawMark = (
  deps: DeskDeps,
  asker: Asker,
  { review: id, seq, reason }: { readonly review: ReviewId; readonly seq: number; readonly reason: string },
  now: Instant,
) =>
  work(deps, asker, id, now, async (tx, review) => {
    if (!isBegun(review)) return no('not_now')
    const { session } = review
    if (review.kind === 'first') {
      const mark = (await tx.reviews.madeOf(session)).find((one) => one.seq === seq && one.review === id)
      const gone = (await tx.reviews.withdrawn(session)).some((one) => one.seq === seq)
      if (!mark || gone) return no('not_found')
      await tx.reviews.withdraw({ session, seq, at: now, by: asker.account, review: id, reason })
      if (mark.hint !== null)
        await tx.hints.answer(session, mark.hint, {
          at: now,
          by: asker.account,
          role: 'proctor',
          state: 'open',
          note: reason,
          mark: null,
        })
    } else {
      const mark = ownMarks(await findingsIn(tx, review)).find((one) => one.seq === seq && !one.gone)
      if (!mark) return no('not_found')
      await tx.reviews.addFinding(id, {
        at: now,
        by: asker.account,
        finding: { kind: 'withdrawn', of: seq, reason },
      })
    }
    await tx.audit(audited(asker, 'proctor', 'review.withdrawn', id, now, { seq, reason }))
    return null
  })
