// R0-2.5a.2, TR-43: the advisory score. It is counted again each time from what is stored, by the version the session began
// with, so it is the same to the hundredth whoever asks; only a person has it counted by another version.
import type { TrustView } from '@ochno/contract/trust'
import { intervalsOf, type Judged } from '@ochno/domain/hint/standing'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Span } from '@ochno/domain/recording/coverage'
import { isBlind } from '@ochno/domain/review/second-look'
import { type Instant, isAfter } from '@ochno/domain/time'
import { bandOf, type Thresholds, thresholds1 } from '@ochno/domain/trust/bands'
import { type Interval, points, type Score, trustScore } from '@ochno/domain/trust/score'
import { newestWeights, type Weights, weightsOf } from '@ochno/domain/trust/weights'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { GivenScore, OwnWeights } from '../../ports/trust.ts'
import { type HintDeps, judgedOf, no, type Person, roleIn, rulesUnder, seenIn } from './deps.ts'
import { meansOf } from './read-hints.ts'

export type Table = { readonly weights: Weights; readonly thresholds: Thresholds }

const usual: Table = { weights: newestWeights, thresholds: thresholds1 }

export const tableOf = ({ n, byCode, confirmedTimes, thresholds }: OwnWeights): Table => ({
  weights: { version: `own-${n}`, confirmedTimes, byCode },
  thresholds,
})

/** `version`: of the product's own tables, the newest when it was made. */
export type Began = { readonly at: Instant | null; readonly version: string }

/** The table that a session began with: what came afterwards is not for it. */
export const tableAt = (all: readonly OwnWeights[], began: Began): Table => {
  const own = all.findLast(({ at }) => began.at === null || !isAfter(at, began.at))
  return own ? tableOf(own) : (tableNamed(all, began.version) ?? usual)
}

export const newestOf = (all: readonly OwnWeights[]): Table => {
  const own = all.at(-1)
  return own ? tableOf(own) : usual
}

function tableNamed(all: readonly OwnWeights[], version: string): Table | null {
  const weights = weightsOf(version)
  if (weights) return { weights, thresholds: thresholds1 }
  const own = all.find(({ n }) => version === `own-${n}`)
  return own ? tableOf(own) : null
}

/** The one it was last counted by, if a person chose it. */
export function tableAfter(all: readonly OwnWeights[], given: readonly GivenScore[], began: Began): Table {
  const last = given.at(-1)
  return (last && tableNamed(all, last.version)) ?? tableAt(all, began)
}

export async function intervalsIn(tx: Tx, id: SessionId, now: Instant): Promise<readonly Interval[] | null> {
  const under = await rulesUnder(tx, id)
  return under && intervalsOf(judgedOf(await seenIn(tx, id, under, now)))
}

/** As if nobody had answered. */
export const unanswered = (judged: readonly Judged[]): readonly Judged[] =>
  judged.map((hint) => ({ ...hint, state: 'open' }))

export const briefOf = (score: Score, thresholds: Thresholds) => ({
  version: score.version,
  points: points(score),
  band: bandOf(score, thresholds),
})

/** Of a piece only what is in it. */
export const cutTo = (intervals: readonly Interval[], piece: Span | null): readonly Interval[] =>
  piece === null
    ? intervals
    : intervals
        .filter(({ fromMs, toMs }) => fromMs < piece.to && toMs > piece.from)
        .map((one) => ({
          ...one,
          fromMs: Math.max(one.fromMs, piece.from),
          toMs: Math.min(one.toMs, piece.to),
        }))

async function begunBy(tx: Tx, { id, authorizedAt }: SessionFacts): Promise<Began> {
  const version = (await tx.trust.beganWith([id])).get(id)
  return { at: authorizedAt, version: version ?? newestWeights.version }
}

async function trustOf(
  tx: Tx,
  session: SessionFacts,
  now: Instant,
  { blind, piece }: Sight = whole,
): Promise<TrustView | null> {
  const under = await rulesUnder(tx, session.id)
  if (!under) return null
  const judged = judgedOf(await seenIn(tx, session.id, under, now))
  const intervals = cutTo(intervalsOf(blind ? unanswered(judged) : judged), piece)
  const all = await tx.trust.weightsOf(session.exam)
  const given = blind ? [] : await tx.trust.scoresOf(session.id)
  const table = tableAfter(all, given, await begunBy(tx, session))
  const score = trustScore(intervals, table.weights)
  const by = new Map(intervals.map((one) => [one.id, one]))
  return {
    session: session.id,
    ...briefOf(score, table.thresholds),
    newest: newestOf(all).weights.version,
    thresholds: table.thresholds,
    means: meansOf(await tx.hints.machineOf(session.id)),
    reasons: score.reasons.map(({ interval, code, standing, cost, rule }) => ({
      hint: Number(interval),
      code,
      wording: catalogue[code].wording,
      standing,
      points: cost / 100,
      rule,
      fromMs: by.get(interval)?.fromMs ?? 0,
      toMs: by.get(interval)?.toMs ?? 0,
    })),
    earlier: given.map(({ version, hundredths, at }) => ({
      version,
      points: hundredths / 100,
      at: at.toString(),
    })),
  }
}

export const readTrust = (deps: HintDeps, person: Person, id: SessionId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const sight = session && (await sightOf(tx, person, session))
    if (!session || !sight) return no('not_found')
    return { ok: true as const, body: { trust: await trustOf(tx, session, now, sight) } }
  })

/** `piece`: all that is seen of the session, Unix ms; null: all of it. */
type Sight = { readonly blind: boolean; readonly piece: Span | null }
const whole: Sight = { blind: false, piece: null }

/** A reviewer sees the score of what was given to him; who looks blind, as if nobody had answered a hint (T-19); of a control its piece, until it is finished. */
async function sightOf(tx: Tx, person: Person, session: SessionFacts): Promise<Sight | null> {
  const looks = person.roles.includes('proctor')
    ? (await tx.reviews.ofSession(session.id)).filter(({ reviewer }) => reviewer === person.account)
    : []
  const open = looks.find(({ kind, reviewedAt }) => isBlind(kind) && reviewedAt === null)
  if (open) return { blind: true, piece: open.piece }
  if (roleIn(person, session) !== null || looks.some(({ kind }) => !isBlind(kind))) return whole
  return looks.some(({ kind }) => kind !== 'control') ? { blind: true, piece: null } : null
}

export const scoreAgain = (
  deps: HintDeps,
  person: Person,
  { session: id, version }: { readonly session: SessionId; readonly version: string },
  now: Instant,
) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    const role = session && roleIn(person, session)
    if (!session || !role) return no('not_found')
    // Those who watch a session do not choose by what it is measured.
    if (!person.roles.includes('commission')) return no('commission_only')
    const table = tableNamed(await tx.trust.weightsOf(session.exam), version)
    const intervals = table && (await intervalsIn(tx, id, now))
    if (!table || !intervals) return no('no_such_weights')
    const { hundredths, reasons } = trustScore(intervals, table.weights)
    await tx.trust.addScore(id, { at: now, by: person.account, version, hundredths, intervals, reasons })
    await tx.audit({
      at: now,
      tenant: person.tenant,
      actor: person.account,
      role: 'commission',
      action: 'trust.score_again',
      object: id,
      purpose: 'exam',
      result: 'ok',
      details: { version, hundredths },
    })
    return { ok: true as const, body: { trust: await trustOf(tx, session, now) } }
  })

/** Sessions of an exam that have begun, each with what its score is made of. */
export async function scoredIn(tx: Tx, exam: ExamId, now: Instant) {
  const begun = (await tx.sessions.ofExam(exam, null)).filter(({ authorizedAt }) => authorizedAt !== null)
  const all = await tx.trust.weightsOf(exam)
  const scored = []
  for (const session of begun) {
    const intervals = await intervalsIn(tx, session.id, now)
    if (!intervals) continue
    const table = tableAt(all, await begunBy(tx, session))
    scored.push({ session, intervals, table, score: trustScore(intervals, table.weights) })
  }
  return scored
}

/** Enough to see where weights lead, and few enough to count while somebody waits. */
const ENOUGH = 40

/** Of exams held earlier under the same act, the newest first. */
export async function scoredBefore(tx: Tx, exam: ExamId, now: Instant) {
  const act = (await tx.rules.ofExam(exam))?.act
  const others = (await tx.exams.list())
    .filter(({ id, opensAt }) => id !== exam && isAfter(now, opensAt))
    .toSorted((a, b) => (isAfter(a.opensAt, b.opensAt) ? -1 : 1))
  const scored: Awaited<ReturnType<typeof scoredIn>> = []
  for (const { id } of others) {
    if (scored.length >= ENOUGH) break
    if ((await tx.rules.ofExam(id))?.act === act) scored.push(...(await scoredIn(tx, id, now)))
  }
  return scored.slice(0, ENOUGH)
}
