// A recording becomes somebody's task: by the end of the exam, by a word of who runs it, or by what a first look found.
import { endOfWorkingDay } from '@ochno/domain/calendar/working-days'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { decideMove } from '@ochno/domain/lifecycle/machine'
import { review as lifecycle, type ReviewFacts as Facts } from '@ochno/domain/lifecycle/review'
import { isSaid, numberOf } from '@ochno/domain/policy/effective'
import type { Span } from '@ochno/domain/recording/coverage'
import { mayTake, type ReviewKind } from '@ochno/domain/review/second-look'
import type { Instant } from '@ochno/domain/time'
import { leastLoaded } from '@ochno/domain/wall/review-task'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Ids } from '../../ports/ids.ts'
import { tellEach } from '../../ports/messages.ts'
import type { Review } from '../../ports/review.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { bySystem } from './deps.ts'
import { organisers, type Words } from './tell.ts'

export const calm: Facts = {
  automaticAllowed: false,
  deadlinePassed: false,
  unresolvedHints: 0,
  statusChosen: true,
  objectivitySigned: false,
  rowsUnset: 0,
}

type Making = {
  readonly tenant: TenantId
  readonly session: SessionFacts
  readonly kind: ReviewKind
  readonly known?: readonly string[]
  readonly reviewer?: AccountId
  readonly piece?: Span
}

/** Null: there is one already, or nothing was recorded. */
export async function makeReview(
  tx: Tx,
  ids: Ids,
  { tenant, session, kind, known = [], reviewer, piece }: Making,
  now: Instant,
): Promise<Review | null> {
  const { authorizedAt, deauthorizedAt } = session
  if (!authorizedAt || !deauthorizedAt) return null
  const rules = await tx.rules.ofSession(session.id)
  const queued: Review = {
    id: ids.make('rvw'),
    session: session.id,
    kind,
    state: 'queued',
    createdAt: now,
    due: rules && (await dueOf(tx, rules, kind === 'first' ? deauthorizedAt : now)),
    recordedMinutes: minutesOf(
      piece ?? { from: authorizedAt.epochMilliseconds, to: deauthorizedAt.epochMilliseconds },
    ),
    reviewer: null,
    assignedAt: null,
    openedAt: null,
    reviewedAt: null,
    escalatedAt: null,
    played: [],
    unhurried: [],
    status: null,
    comment: '',
    known,
    piece: piece ?? null,
  }
  const made = kind === 'first' && rules ? automatic(queued, rules, now) : queued
  const to = made.reviewedAt ? null : (reviewer ?? (await nextReviewer(tx, session, kind, now)))
  const review = to ? { ...made, state: 'assigned' as const, reviewer: to, assignedAt: now } : made
  if (!(await tx.reviews.add(review))) return null
  await tx.audit(
    bySystem(tenant, 'review.queued', review.id, now, { session: session.id, kind, reviewer: to }),
  )
  return review
}

const minutesOf = ({ from, to }: Span): number => Math.ceil((to - from) / 60_000)

/** R0-1.4d: 000 alone lets a check end without a person; its result is the hints and the score, no finding. */
function automatic(review: Review, { card, policy }: ExamRules, now: Instant): Review {
  if (card.mode !== 'async_auto') return review
  const facts = { ...calm, automaticAllowed: isSaid(policy, 'async.fully_automatic_allowed', true) }
  const moved = decideMove(lifecycle, 'queued', 'finish_automatically', 'system', facts, now)
  return moved.ok ? { ...review, state: moved.event.to, reviewedAt: now } : review
}

/** R4-5.2b: the end of the working day the act names; null where it names none or the calendar ends before it. */
export async function dueOf(tx: Tx, { policy }: ExamRules, from: Instant): Promise<Instant | null> {
  const days = numberOf(policy, 'review.deadline')
  if (days === null) return null
  const { zone } = await tx.institutions.own()
  const end = endOfWorkingDay(await tx.calendar.effective(), from, zone, days)
  // The database rounds to the nearest, which would be the next day.
  return end?.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }) ?? null
}

/** Whoever watched the exam looks at it first, if there was anybody; a second and a third look are never by the same person. */
export async function nextReviewer(
  tx: Tx,
  session: SessionFacts,
  kind: ReviewKind,
  now: Instant,
): Promise<AccountId | null> {
  const may = await mayReview(tx, session, kind, now)
  const own = kind === 'first' ? session.proctors.map(({ id }) => id).filter((id) => may.includes(id)) : []
  const tasks = await tx.reviews.list(null)
  return leastLoaded(own.length > 0 ? own : may, [], tasks)
}

/** Everybody who may be given this recording. */
export async function mayReview(
  tx: Tx,
  session: Pick<SessionFacts, 'id' | 'examinee' | 'proctors'>,
  kind: ReviewKind,
  now: Instant,
): Promise<readonly AccountId[]> {
  const off = await tx.appointments.barred(now)
  const proctors = (await tx.accounts.list('', 'proctor')).filter(
    ({ id, disabledAt }) => disabledAt === null && !off.has(id),
  )
  const before = kind === 'first' ? [] : await tx.reviews.ofSession(session.id)
  const kin = (await tx.consents.representations(session.examinee)).flatMap(({ representative, child }) => [
    representative as AccountId,
    child as AccountId,
  ])
  const watched = kind === 'first' ? [] : await watchersOf(tx, session)
  const barred = [session.examinee, ...kin, ...watched]
  return proctors
    .map(({ id }) => id)
    .filter((id) =>
      mayTake(
        id,
        before.map(({ reviewer }) => reviewer),
        barred,
      ),
    )
}

/** Whoever watched it live or marked in its log has judged already, also who has handed it over since. */
async function watchersOf(
  tx: Tx,
  { id, proctors }: Pick<SessionFacts, 'id' | 'proctors'>,
): Promise<readonly AccountId[]> {
  const said = (await tx.conduct.read(id, 0)).flatMap(({ party, by }) =>
    party === 'proctor' && by ? [by] : [],
  )
  return [...proctors.map((one) => one.id), ...said]
}

/** R1-2.3d: the end of an exam nobody watched live is the beginning of its review, in the same breath. */
export const reviewAfterEnd =
  (ids: Ids) =>
  async (tx: Tx, tenant: TenantId, session: SessionFacts, now: Instant): Promise<void> => {
    const rules = await tx.rules.ofSession(session.id)
    if (rules?.card.mode !== 'async_human' && rules?.card.mode !== 'async_auto') return
    const review = await makeReview(tx, ids, { tenant, session, kind: 'first' }, now)
    // R0-1.4b: of a lesson nobody writes a protocol.
    if (review?.reviewedAt && rules.card.event !== 'lesson') await giveProtocol(tx, ids, tenant, session, now)
  }

/** A check without a person finds nothing by itself: somebody looks at its hints, writes the protocol and answers for it (TR-72). */
async function giveProtocol(
  tx: Tx,
  ids: Ids,
  tenant: TenantId,
  session: SessionFacts,
  now: Instant,
): Promise<void> {
  const own = session.proctors.map(({ id }) => id)
  if (own.length > 0) return tellEach(ids, tx, own, session, yours(session), now)
  const proctor = await nextReviewer(tx, session, 'first', now)
  if (!proctor) {
    // As with a review nobody is free for: whoever runs the exams gives it out by hand.
    const people = await organisers(tx, now, { can: 'exam.manage', exam: session.exam, without: [] })
    await tellEach(ids, tx, people, session, nobodys(session), now)
    await tx.audit(bySystem(tenant, 'protocol.not_given', session.id, now, { told: people.length }))
    return
  }
  await tx.sessions.assign(session.id, proctor, now)
  await tellEach(ids, tx, [proctor], session, yours(session), now)
  await tx.audit(bySystem(tenant, 'protocol.given', session.id, now, { proctor }))
}

/** Mailboxes are shared: whose exam it was stands behind the sign-in, not in a notice. */
const sessionNumber = ({ id }: SessionFacts): string => id.slice(-6).toUpperCase()

const yours = (session: SessionFacts): Words => ({
  ru: `Вам поручен протокол: сеанс ${sessionNumber(session)}. Экзамен прошёл без наблюдения. Посмотрите запись, ответьте на подсказки, подпишите и передайте протокол: он в «Протоколах». Запись открыта вам, пока протокол не передан.`,
  en: `A protocol is yours to write: session ${sessionNumber(session)}. Nobody watched the exam. Look at the recording, answer the hints, sign the protocol and hand it over: it is in “Protocols”. The recording is open to you until it is handed over.`,
})

const nobodys = (session: SessionFacts): Words => ({
  ru: `Протокол некому поручить: сеанс ${sessionNumber(session)}. Экзамен закончился, но ни одного подходящего проктора нет. Назначьте проктора на странице экзамена.`,
  en: `There is nobody to write a protocol: session ${sessionNumber(session)}. The exam is over and no proctor may take it. Assign one on the page of the exam.`,
})
