// Whether an earlier recording may be a control, and which piece of it: what people settled, and what consent and retention allow.
import { keptUntil, retentionRule } from '@ochno/domain/retention/term'
import { whyKept } from '@ochno/domain/retention/destroy'
import {
  type ControlRefusal,
  controlPieces,
  type Piece,
  pieceFor,
  refuseControl,
} from '@ochno/domain/review/control'
import type { Instant } from '@ochno/domain/time'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { standingMarks } from './found.ts'
import { dueOf } from './make-review.ts'
import { windowOf } from './window.ts'

type Source =
  | { readonly ok: true; readonly piece: Piece }
  | { readonly ok: false; readonly why: ControlRefusal }

export async function controlFrom(tx: Tx, review: ReviewFacts, turn: number, now: Instant): Promise<Source> {
  const exam = await tx.rules.ofSession(review.session)
  const due = exam && (await dueOf(tx, exam, now))
  const [kept] = await tx.retention.recordings([review.session])
  const why = refuseControl({
    settled: (await tx.reviews.ofSession(review.session)).every(
      ({ kind, reviewedAt }) => kind === 'control' || reviewedAt !== null,
    ),
    kept: kept !== undefined && kept.tombstone === null,
    free: kept !== undefined && (await isFree(tx, kept, due ?? now)),
    consented: await consents(tx, review),
  })
  if (why) return { ok: false, why }
  const piece = pieceFor(await piecesOf(tx, review), turn)
  return piece ? { ok: true, piece } : { ok: false, why: 'control_nothing_seen' }
}

type Kept = Awaited<ReturnType<Tx['retention']['recordings']>>[number]

/** Neither held nor in a dispute, and within its term until the control is due: using it prolongs nothing. */
async function isFree(tx: Tx, kept: Kept, due: Instant): Promise<boolean> {
  const { zone } = await tx.institutions.own()
  const day = (at: Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const rules = await tx.rules.ofExam(kept.exam)
  const until = keptUntil(
    rules && retentionRule(rules.policy),
    {
      recordedOn: day(kept.recordedAt),
      resultAnnouncedOn: kept.resultAnnouncedAt && day(kept.resultAnnouncedAt),
    },
    await tx.calendar.effective(),
  )
  const holds = kept.holds.map(({ reason, reviewOn }) => ({ reason, reviewOn, released: false }))
  const why = whyKept(until, { ...kept, holds }, day(due))
  return why !== null && why !== 'appeal_open' && why !== 'complaint_open' && why !== 'on_hold'
}

/** The last word on each kind of consent counts; one that is asked back is not used while that is under way. */
async function consents(tx: Tx, { examinee }: ReviewFacts): Promise<boolean> {
  const last = new Map((await tx.consents.lives(examinee)).map((life) => [life.kind, life]))
  return [...last.values()].every(
    ({ state, withdrawalAskedOn }) => state !== 'withdrawn' && withdrawalAskedOn === null,
  )
}

async function piecesOf(tx: Tx, review: ReviewFacts): Promise<readonly Piece[]> {
  const marks = (await standingMarks(tx, review.session)).map(({ code, from, to }) => ({
    code,
    from: Date.parse(from),
    to: Date.parse(to),
  }))
  const dismissed = (await tx.hints.of([review.session])).filter(
    ({ answer }) => answer?.state === 'dismissed',
  )
  return controlPieces(windowOf(review), marks, dismissed, review.played)
}
