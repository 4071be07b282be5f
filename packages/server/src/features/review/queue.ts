// Who looks at which recording: the queue, giving out by hand or by load, controls, and how far reviewers agree.
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId, ReviewId, SessionId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle } from '@ochno/domain/lifecycle/review'
import { inOrder } from '@ochno/domain/review/order'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, audited, type DeskDeps, no } from './deps.ts'
import { endLostControls, isLost } from './lost-controls.ts'
import { calm, makeReview, mayReview, nextReviewer } from './make-review.ts'
import { rowOf } from './rows.ts'

const SHOWN_AFTER = Temporal.Duration.from({ hours: 24 * 30 })

export const manages = ({ roles }: Asker): boolean => roles.some((role) => roleMay(role, 'review.manage'))
export const roleOf = (asker: Asker) =>
  asker.roles.find((role) => roleMay(role, 'review.manage')) ?? 'methodist'

export const listReviews = (deps: DeskDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const may = manages(asker)
    await endLostControls(tx, asker.tenant, now)
    const all = (await tx.reviews.list(now.subtract(SHOWN_AFTER))).filter((one) => !isLost(one))
    const shown = all.filter(({ reviewer }) => may || reviewer === asker.account)
    const rows = await rowsFor(deps, tx, shown, asker, now)
    const open = inOrder(
      rows
        .filter(({ reviewedAt }) => reviewedAt === null)
        .map((row) => ({ ...row, dueMs: ms(row.due), createdMs: ms(row.createdAt) ?? 0 })),
      now.epochMilliseconds,
    ).map(({ dueMs, createdMs, ...row }) => row)
    const done = rows.filter(({ reviewedAt }) => reviewedAt !== null)
    return {
      now: now.toString(),
      rows: [...open, ...done],
      reviewers: may ? await reviewersWithLoad(tx, all, now) : [],
      askable: may
        ? (await tx.reviews.unasked(now.subtract(SHOWN_AFTER))).map((one) => ({
            ...one,
            at: one.at.toString(),
          }))
        : [],
    }
  })

const ms = (text: string | null): number | null => (text === null ? null : Date.parse(text))

export async function rowsFor(
  { weigh }: Pick<DeskDeps, 'weigh'>,
  tx: Tx,
  reviews: readonly ReviewFacts[],
  asker: Asker,
  now: Instant,
) {
  const hints = Map.groupBy(
    await tx.hints.of([...new Set(reviews.map(({ session }) => session))]),
    ({ session }) => session,
  )
  const findings = await tx.reviews.findingsIn(
    reviews.filter(({ kind }) => kind !== 'first').map(({ id }) => id),
  )
  const open = reviews.filter(({ reviewedAt, session }) => reviewedAt === null && hints.has(session))
  const weighed = await weigh(tx, open, now)
  return reviews.map((review) =>
    rowOf(
      {
        review,
        hints: hints.get(review.session) ?? [],
        findings: (findings.get(review.id) ?? []).filter(({ by }) => by === review.reviewer),
        weighed: review.reviewedAt === null ? (weighed.get(review.session) ?? null) : null,
      },
      asker.account,
      manages(asker),
      now,
    ),
  )
}

async function reviewersWithLoad(tx: Tx, all: readonly ReviewFacts[], now: Instant) {
  const off = await tx.appointments.barred(now)
  const people = (await tx.accounts.list('', 'proctor')).filter(
    ({ id, disabledAt }) => disabledAt === null && !off.has(id),
  )
  return people.map(({ id, fullName }) => ({
    id,
    name: fullName,
    minutes: all
      .filter(({ reviewer, reviewedAt }) => reviewer === id && reviewedAt === null)
      .reduce((sum, { recordedMinutes }) => sum + recordedMinutes, 0),
  }))
}

export const askReview = (deps: DeskDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session) return no('not_found')
    if (!session.authorizedAt || !session.deauthorizedAt) return no('not_over')
    const made = await makeReview(tx, deps.ids, { tenant: asker.tenant, session, kind: 'first' }, now)
    if (!made) return no('reviewed_already')
    await tx.audit(audited(asker, roleOf(asker), 'review.asked', made.id, now, { session: id }))
    return shown(deps, tx, made.id, asker, now)
  })

export const assignReview = (
  deps: DeskDeps,
  asker: Asker,
  { review: id, reviewer }: { readonly review: ReviewId; readonly reviewer: AccountId | null },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.lock(id)
    const session = review && (await tx.sessions.find(review.session))
    if (!session) return no('not_found')
    const moved = decideMove(lifecycle, review.state, 'assign', 'methodist', calm, now)
    if (!moved.ok) return no('not_now')
    const may = await mayReview(tx, session, review.kind, now)
    if (reviewer && !may.includes(reviewer) && reviewer !== review.reviewer) return no('reviewer_barred')
    const to = reviewer ?? (await nextReviewer(tx, session, review.kind, now))
    if (!to) return no('no_reviewer')
    // Whoever takes it over has watched nothing of it yet.
    const anew = to === review.reviewer ? review : { ...review, openedAt: null, played: [], unhurried: [] }
    await tx.reviews.save({ ...anew, state: moved.event.to, reviewer: to, assignedAt: now })
    await tx.audit(audited(asker, roleOf(asker), 'review.assigned', id, now, { reviewer: to }))
    return shown(deps, tx, id, asker, now)
  })

async function shown(deps: DeskDeps, tx: Tx, id: ReviewId, asker: Asker, now: Instant) {
  const review = await tx.reviews.find(id)
  const [row] = review ? await rowsFor(deps, tx, [review], asker, now) : []
  return row ? { ok: true as const, body: row } : no('not_found')
}
