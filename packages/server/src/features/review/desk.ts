// Everything the reviewer's page shows at once: one question to the server, so that three hours open as fast as three minutes.
import { noteOf, signsOf } from '@ochno/domain/incident/signs'
import type { ReviewDesk, ReviewHint, ReviewMark } from '@ochno/contract/review'
import { marksUnder } from '@ochno/domain/conduct/refuse'
import { defaultDecisionPolicy, type Findings } from '@ochno/domain/decision/findings'
import { statusNames } from '@ochno/domain/decision/status'
import type { ReviewId } from '@ochno/domain/ids'
import { groundsOf } from '@ochno/domain/hint/ground'
import { replayRule } from '@ochno/domain/hint/replay'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry, ListingAct } from '@ochno/domain/incident/violation'
import { isSaid } from '@ochno/domain/policy/effective'
import { standsUnjudged } from '@ochno/domain/quality/unjudged'
import type { Span } from '@ochno/domain/recording/coverage'
import { loweredBy } from '@ochno/domain/review/baseline'
import { density } from '@ochno/domain/review/density'
import { isJudged } from '@ochno/domain/review/may-issue'
import { joined, wasLookedAt } from '@ochno/domain/review/played'
import { isBlind } from '@ochno/domain/review/second-look'
import { skimParts, skimProof } from '@ochno/domain/review/skim'
import type { Instant } from '@ochno/domain/time'
import { reviewProgress } from '@ochno/domain/wall/review-complete'
import { refuseStatus } from '@ochno/domain/wall/review-status'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { CopySource, StoredHint } from '../../ports/hints.ts'
import type { ReviewFacts, StoredFinding } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import type { SaidOfHint } from '../../ports/weighing.ts'
import { type Asker, type DeskDeps, no } from './deps.ts'
import { findingsIn, judgedBlind, ownMarks } from './found.ts'
import { beginningOf } from './beginning.ts'
import { callsIn } from './calls.ts'
import { rowOf } from './rows.ts'

const STRETCHES = 120

export const windowOf = ({ authorizedAt, deauthorizedAt }: ReviewFacts): Span => ({
  from: authorizedAt?.epochMilliseconds ?? 0,
  to: deauthorizedAt?.epochMilliseconds ?? 0,
})

export const listing = (act: string | null): ListingAct | null =>
  act === '001' || act === '003' || act === '004' ? act : null

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
  const stored = await tx.hints.of([review.session])
  const weighed = stored.length > 0 ? await weigh(tx, review, now) : null
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
  const blind = joined((await tx.hints.blindOf([review.session])).map(({ from, to }) => ({ from, to })))
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
  }
}

const ms = ({ from, to }: Span) => ({ fromMs: Math.round(from), toMs: Math.round(to) })

const wordingOf = (code: string): string =>
  (catalogue[code as ViolationCode] as CatalogueEntry | undefined)?.wording ?? code

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

/** A blind look sees its own marks and nobody else's (T-19); the first and the third see the log of the session. */
async function marksOf(
  tx: Tx,
  review: ReviewFacts,
  findings: readonly StoredFinding[],
): Promise<ReviewMark[]> {
  const own = ownMarks(findings).map((mark) => ({
    seq: mark.seq,
    code: mark.code,
    wording: wordingOf(mark.code),
    from: mark.from,
    to: mark.to,
    note: noteOf(mark),
    by: review.reviewerName ?? '',
    at: mark.at.toString(),
    made: 'review' as const,
    hint: mark.hint,
    own: true,
    withdrawn: mark.gone ? { reason: reasonOf(findings, mark.seq), by: review.reviewerName ?? '' } : null,
  }))
  if (isBlind(review.kind)) return own
  const made = await tx.reviews.madeOf(review.session)
  const gone = await tx.reviews.withdrawn(review.session)
  const log = (await tx.conduct.read(review.session, 0)).flatMap(({ seq, at, by, name, entry }) => {
    if (entry.kind !== 'mark') return []
    const here = made.find((one) => one.seq === seq)
    const back = gone.find((one) => one.seq === seq)
    return [
      {
        seq,
        code: entry.code,
        wording: wordingOf(entry.code),
        from: entry.from,
        to: entry.to,
        note: noteOf(entry),
        by: name,
        at: at.toString(),
        made: here ? ('review' as const) : ('wall' as const),
        hint: here?.hint ?? null,
        own: by === review.reviewer && here?.review === review.id,
        withdrawn: back ? { reason: back.reason, by: name } : null,
      },
    ]
  })
  return [...log, ...own]
}

const reasonOf = (findings: readonly StoredFinding[], seq: number): string => {
  for (const { finding } of findings)
    if (finding.kind === 'withdrawn' && finding.of === seq) return finding.reason
  return ''
}

/** R1-3.4, R3-3.4, R4-5.9: the words of the act's own list and its clause. */
function codesOf({ act, policy, permissions }: ExamRules): ReviewDesk['codes'] {
  const under = listing(act)
  return marksUnder({ act, policy, permissions }).map((code) => {
    const entry: CatalogueEntry | undefined = catalogue[code as ViolationCode]
    return {
      code,
      wording: entry?.wording ?? code,
      clause: (under && entry?.clauses[under]) ?? null,
      signs: signsOf(code, act),
    }
  })
}

/** 004 App. 4 alone has statuses; which of those that fit becomes the main one is the person's choice. */
async function statusesOf(
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
