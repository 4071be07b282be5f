// What an examinee's browser noticed is taken as it comes, twice or late; what the act does not list is not kept at all.
import type { BlindReport, HintReport, MachineReport } from '@ochno/contract/hints'
import { gazeEpisodes } from '@ochno/domain/hint/episodes'
import { activeRules } from '@ochno/domain/hint/rules'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ToldHint } from '../../ports/hints.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type HintDeps, no, type Person, rulesUnder, seenIn, type Under } from './deps.ts'
import { putFound, putSilence } from './found-by-server.ts'

/** Of one session; more is a broken browser and no exam. */
const MOST = 3_000
/** How long after the end a browser that was without a network may still tell what it noticed before it. */
const LATE_HOURS = 24
/** Two open pages of one account within this time are two places (R1-6.1a). */
const TOGETHER_MS = 20_000

export type Report = {
  readonly session: SessionId
  readonly run: string
  readonly nowMs: number
  readonly hints: readonly HintReport[]
  readonly blind: readonly BlindReport[]
  readonly machine: MachineReport | null
}

export async function reportHints(
  deps: HintDeps,
  person: Person & { readonly signIn: string },
  report: Report,
  now: Instant,
) {
  const outcome = await deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.lock(report.session)
    if (session?.examinee !== person.account) return no('not_found')
    if (!takes(session, now)) return no('not_running')
    const under = await rulesUnder(tx, session.id)
    if (!under) return { ok: true as const, taken: 0, blind: 0, proctors: [] }
    if ((await tx.hints.count(session.id)) + report.hints.length > MOST) return no('too_many_hints')
    const lag = now.epochMilliseconds - report.nowMs
    const others = await tx.hints.runsOf(session.id)
    const silences = await putSilence(
      tx,
      session.id,
      others.map(({ heardAt }) => heardAt),
      session.deauthorizedAt ?? now,
      now,
    )
    await tx.hints.hear(session.id, report.run, lag, now, person.signIn, report.machine)
    let taken = 0
    for (const hint of told(report, under)) if (await tx.hints.put(session.id, report.run, hint, now)) taken++
    for (const one of report.blind)
      await tx.hints.putBlind(session.id, report.run, {
        ...one,
        from: one.fromMs,
        to: Math.max(one.fromMs, one.toMs),
      })
    const beside = others.some(
      ({ run, signIn, heardAt }) =>
        run !== report.run &&
        signIn !== person.signIn &&
        now.epochMilliseconds - heardAt.epochMilliseconds < TOGETHER_MS,
    )
    if (beside) taken += await twoPlaces(tx, session.id, under, now)
    if (taken > 0) await episodes(tx, session.id, under, now)
    return {
      ok: true as const,
      taken,
      blind: silences.length + report.blind.length,
      proctors: session.proctors.map(({ id }) => id),
    }
  })
  if (!outcome.ok) return outcome
  if (outcome.taken > 0 || outcome.blind > 0) deps.bell.ring(outcome.proctors)
  return { ok: true as const, body: { now: now.toString(), taken: outcome.taken } }
}

const takes = ({ authorizedAt, deauthorizedAt }: SessionFacts, now: Instant): boolean =>
  authorizedAt !== null &&
  (deauthorizedAt === null ||
    now.epochMilliseconds - deauthorizedAt.epochMilliseconds < LATE_HOURS * 3_600_000)

/** Only what the rules of this exam look for, with their own code, and long enough for them. */
function told({ hints, nowMs }: Report, { settings }: Under): readonly ToldHint[] {
  const rules = new Map(activeRules(settings).map((rule) => [rule.rule, rule]))
  return hints.flatMap(({ fromMs, toMs, about, name, ...hint }): ToldHint[] => {
    const rule = rules.get(hint.rule)
    if (rule?.code !== hint.code || toMs < fromMs || toMs > nowMs || toMs - fromMs < rule.leastMs) return []
    return [
      {
        ...hint,
        from: fromMs,
        to: toMs,
        ...(about !== undefined && { about }),
        ...(name !== undefined && { name }),
      },
    ]
  })
}

/** Looks that are many together, of all pages of the session (R1-6.6c, R4-A4.14b). */
async function episodes(tx: Tx, id: SessionId, under: Under, now: Instant): Promise<void> {
  const { hints } = await seenIn(tx, id, under, now)
  const counting = hints.filter(({ said, technical }) => said.verdict === 'counts' && !technical)
  const found = gazeEpisodes(
    counting.map((hint) => ({ ...hint, id: String(hint.no) })),
    under.settings,
  )
  for (const hint of found)
    await putFound(tx, id, { ...hint, id: hint.code, made: hint.made.slice(-200) }, now)
}

async function twoPlaces(tx: Tx, id: SessionId, { settings }: Under, now: Instant): Promise<number> {
  const rule = activeRules(settings).find((one) => one.rule === 'other_session')
  if (!rule) return 0
  const at = now.epochMilliseconds
  const open = (await tx.hints.of([id])).findLast((hint) => hint.rule === rule.rule)
  // One meeting of two pages is one hint, however often both report.
  const from = open && at - open.to < TOGETHER_MS ? open.from : at
  const hint = { id: `other_session@${from}`, rule: rule.rule, code: rule.code, from, to: at, made: [] }
  return (await putFound(tx, id, { ...hint, ongoing: false, strength: 1 }, now)) ? 1 : 0
}
