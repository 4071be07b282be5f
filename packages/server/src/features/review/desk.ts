import type { ReviewDesk, ReviewHint } from '@ochno/contract/review'
import type { ReviewId } from '@ochno/domain/ids'
import { groundsOf } from '@ochno/domain/hint/ground'
import { replayRule } from '@ochno/domain/hint/replay'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'
import type { Span } from '@ochno/domain/recording/coverage'
import { loweredBy } from '@ochno/domain/review/baseline'
import { density } from '@ochno/domain/review/density'
import { isJudged } from '@ochno/domain/review/may-issue'
import { joined, wasLookedAt } from '@ochno/domain/review/played'
import { isBlind } from '@ochno/domain/review/second-look'
import { skimParts, skimProof } from '@ochno/domain/review/skim'
import type { Instant } from '@ochno/domain/time'
import { reviewProgress } from '@ochno/domain/wall/review-complete'
import type { CopySource, StoredHint } from '../../ports/hints.ts'
import type { ReviewFacts, StoredFinding } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import type { SaidOfHint } from '../../ports/weighing.ts'
import { type Asker, type DeskDeps, no } from './deps.ts'
import { inWindow, windowOf } from './window.ts'
import { codesOf, marksOf, wordingOf } from './desk-marks.ts'
import { isUnjudged, statusesOf } from './desk-status.ts'
import { codesFound, findingsIn, judgedBlind, ownMarks } from './found.ts'
import { beginningOf } from './beginning.ts'
import { callsIn } from './calls.ts'
import { rowOf } from './rows.ts'

const STRETCHES = 120

/** Only whom it was given to; a finished one stays readable to him. */
export const isOwn = (review: ReviewFacts | null, asker: Asker): review is ReviewFacts =>
  review !== null && review.reviewer === asker.account && asker.roles.includes('proctor')

export const readReview = (deps: DeskDeps, asker: Asker, id: ReviewId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const review = await tx.reviews.find(id)
    return isOwn(review, asker)
      ? { ok: true as const, body: await deskOf(deps, tx, review, asker, now) }
      : no('not_found')
  })

export async function deskOf(
  { weigh }: DeskDeps,
  tx: Tx,
  review: ReviewFacts,
  asker: Asker,
  now: Instant,
): Promise<ReviewDesk> {
  const rules = await tx.rules.ofSession(review.session)
  const window = windowOf(review)
  const stored = (await tx.hints.of([review.session])).filter(inWindow(review))
  const weighed = stored.length > 0 ? ((await weigh(tx, [review], now)).get(review.session) ?? null) : null
  const findings = await findingsIn(tx, review)
  const began = await beginningOf(tx, review)
  const copies = stored.some(({ rule }) => rule === replayRule.rule)
    ? await tx.hints.copiesOf(review.session)
    : null
  const hints = stored.map((hint) => ({
    ...hintView(hint, review, findings),
    ...saidOf(weighed?.said.get(hint.no)),
    copied: copiedIn(review, copies?.get(hint.no)),
    lowered: [...loweredBy(hint, stored, began?.baseline ?? null, window)],
  }))
  const blind = joined(
    (await tx.hints.blindOf([review.session]))
      .filter(inWindow(review))
      .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) })),
  )
  // A machine that never said what it watches watched nothing.
  const unwatched = (await tx.hints.machineOf(review.session)) === null ? [window] : blind
  const marks = await marksOf(tx, review, findings)
  const spans = stored.map(({ from, to }) => ({ from, to }))
  const progress = reviewProgress(
    window,
    review.played,
    hints.map(({ no, fromMs, toMs, state }) => ({
      id: String(no),
      span: { from: fromMs, to: toMs },
      state: state === 'marked' ? 'confirmed' : state,
    })),
    0,
  )
  const parts = skimParts(window, {
    hints: spans,
    marks: marks.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
    blind: unwatched,
  })
  const proof = skimProof(parts, review.played)
  return {
    now: now.toString(),
    review: rowOf({ review, hints: stored, findings, weighed }, asker.account, false, now),
    window: ms(window),
    hints,
    baseline: began?.view ?? null,
    blind: unwatched.map(ms),
    marks,
    calls: await callsIn(tx, review, rules, now),
    played: review.played.map(ms),
    progress: {
      watchedPercent: progress.watchedPercent,
      hintsResolvedPercent: progress.hintsResolvedPercent,
      unresolved: progress.unresolved.map(Number),
      judgedUnseen: progress.judgedUnseen.map(Number),
    },
    density: [...density(window, spans, STRETCHES)],
    skim: {
      parts: parts.map(({ why, ...span }) => ({ ...ms(span), why })),
      playMs: proof.playMs,
      skipMs: proof.skipMs,
      owedMs: proof.owedMs,
      passedOver: proof.passedOver.length,
    },
    codes: rules ? codesOf(rules) : [],
    statuses: rules && (await statusesOf(rules, review, marks, await isUnjudged(tx, review))),
    comment: review.comment,
    dispute: review.kind === 'third' ? await disputeOf(tx, review, findings) : null,
    control: await controlOf(tx, review),
  }
}

const ms = ({ from, to }: Span) => ({ fromMs: Math.round(from), toMs: Math.round(to) })

const copiedIn = ({ session }: ReviewFacts, source: CopySource | undefined): ReviewHint['copied'] =>
  source ? (source.session === session ? 'here' : 'other') : null

function hintView(
  hint: StoredHint,
  review: ReviewFacts,
  findings: readonly StoredFinding[],
): Omit<ReviewHint, 'lowered' | 'copied' | keyof Said> {
  const judged = isBlind(review.kind) ? judgedHere(hint.no, review, findings) : judgedBefore(hint)
  const entry: CatalogueEntry = catalogue[hint.code]
  return {
    no: hint.no,
    code: hint.code,
    wording: entry.wording,
    fromMs: hint.from,
    toMs: hint.to,
    detection: entry.detection,
    about: hint.about ?? null,
    name: hint.name ?? null,
    seen: wasLookedAt({ from: hint.from, to: hint.to }, review.played),
    ...judged,
  }
}

type Said = Pick<ReviewHint, 'verdict' | 'permittedBy' | 'technical'>

/** Of the rules, the conditions and the network alone: a blind look may know it. */
const saidOf = (said: SaidOfHint | undefined): Said => ({
  verdict: said?.verdict.verdict ?? 'counts',
  permittedBy: [...groundsOf(said?.verdict.because ?? [])],
  technical: said?.technical ?? false,
})

type Judged = Pick<ReviewHint, 'state' | 'answer'>

function judgedBefore({ answer }: StoredHint): Judged {
  if (!answer || !isJudged(answer.state)) return { state: 'open', answer: null }
  return {
    state: answer.state === 'marked' ? 'marked' : 'dismissed',
    answer: { by: answer.name, note: answer.note },
  }
}

function judgedHere(hint: number, review: ReviewFacts, findings: readonly StoredFinding[]): Judged {
  const by = review.reviewerName ?? ''
  const said = judgedBlind(findings).get(hint)
  if (!said) return { state: 'open', answer: null }
  return said.kind === 'mark'
    ? { state: 'marked', answer: { by, note: said.note } }
    : { state: 'dismissed', answer: { by, note: said.reason } }
}

/** Told when it is finished and not before: what was known of the piece beside what was found in it. */
async function controlOf(tx: Tx, review: ReviewFacts): Promise<ReviewDesk['control']> {
  if (review.kind !== 'control' || review.reviewedAt === null) return null
  const found = await codesFound(tx, review)
  return {
    codes: [...new Set([...review.known, ...found])].toSorted().map((code) => ({
      code,
      wording: wordingOf(code),
      known: review.known.includes(code),
      found: found.includes(code),
    })),
  }
}

async function disputeOf(
  tx: Tx,
  review: ReviewFacts,
  findings: readonly StoredFinding[],
): Promise<ReviewDesk['dispute']> {
  const second = (await tx.reviews.ofSession(review.session)).find(({ kind }) => kind === 'second')
  const theirs = second ? ownMarks(await findingsIn(tx, second)).map(({ code }) => code) : []
  return {
    codes: review.known.map((code) => ({
      code,
      wording: wordingOf(code),
      by: theirs.includes(code) ? 'second' : 'first',
    })),
    verdicts: findings.flatMap(({ finding }) =>
      finding.kind === 'settled'
        ? [{ code: finding.code, stands: finding.stands, reason: finding.reason }]
        : [],
    ),
  }
}
