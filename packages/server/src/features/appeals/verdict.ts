// The steps of the order, and what the commission decided: reasons, time codes, the result that follows, the protocol on paper.
import { refuseCommission } from '@ochno/domain/appeal/commission'
import { refuseConclusion } from '@ochno/domain/appeal/dispute'
import { refuseSecond, secondsOf } from '@ochno/domain/appeal/second'
import { canBeWatched, type Piece, unwatched } from '@ochno/domain/appeal/watched'
import { unanswered } from '@ochno/domain/appeal/recusal'
import { refuseAgainst } from '@ochno/domain/appeal/vote'
import { nextStep } from '@ochno/domain/appeal/order'
import { annulling } from '@ochno/domain/decision/decide'
import { type ResultValue, resultValues } from '@ochno/domain/decision/values'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import type { AccountId } from '@ochno/domain/ids'
import type { Span } from '@ochno/domain/recording/coverage'
import { type Instant, instant } from '@ochno/domain/time'
import type { Appeal, AppealId, AppealVerdict } from '../../ports/appeals.ts'
import type { Tx } from '../../ports/store.ts'
import { kept, withAppeal } from './consider.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { move, moved, told } from './file.ts'
import { tookPart } from './involved.ts'
import { handedOver, marksOf } from './marks.ts'
import { minutesOf } from './minutes.ts'
import { chairs, type Open } from './show.ts'
import { tallyOf } from './tally.ts'
import { tellFamily, tellPeople } from './tell.ts'

export type GivenVerdict = {
  readonly satisfied: boolean
  readonly value: ResultValue | null
  readonly annulled: readonly string[]
  readonly reasoning: string
  readonly timeCodes: readonly { readonly from: string; readonly to: string }[]
}

/** The steps stand as they stood when the appeal was filed. */
const left = ({ steps, done, body }: Appeal) =>
  nextStep(
    { body, filing: null, consideration: null, situations: [], steps },
    done.map(({ step }) => step),
  )

export const doStep = (deps: AppealDeps, asker: Asker, id: AppealId, step: string, now: Instant) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, involved } = one
    if (appeal.state !== 'in_consideration') return no('not_now')
    if (tookPart(involved, asker.account)) return no('took_part')
    const next = left(appeal)
    if (!next) return no('not_now')
    if (next.id !== step) return no('other_step_first')
    await tx.audit(entry(asker, now, 'step', id, { step }))
    const done = { ...appeal, done: [...appeal.done, { step, at: now, by: name }] }
    return kept(tx, asker, one, told(done, now, 'step', name, next.words), now)
  })

const spanOf = ({ from, to }: GivenVerdict['timeCodes'][number]): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
})

type Voice = { readonly id: AccountId; readonly name: string }
type Voices = { readonly chair: Voice; readonly second: Voice | null }
type Known = { readonly given: GivenVerdict; readonly voices: Voices }

/** What of the recording the commission can look at, and what of it was shown to them since the appeal was filed. */
async function lookingOf(tx: Tx, { appeal, session, recording }: Open, pieces: readonly Piece[]) {
  const seated = appeal.commission.map(({ person }) => person)
  return {
    mayUse: recording === 'studied' || recording === 'not_asked_for',
    blocked: await tx.retention.blocked(session.id),
    pieces,
    shown: await tx.appeals.shown(session.id, seated, appeal.filedAt),
  }
}

async function ready(
  tx: Tx,
  one: Open,
  pieces: readonly Piece[],
  { given, voices: { chair, second } }: Known,
  now: Instant,
) {
  const { appeal, session, involved, rules } = one
  if (appeal.state !== 'in_consideration') return no('not_now')
  if (!chairs(appeal, { account: chair.id })) return no('not_yours')
  const refused = refuseCommission(appeal.commission, involved, appeal.least)
  if (refused.some(({ why }) => why === 'took_part')) return no('took_part')
  if (refused.length > 0) return no('commission_incomplete')
  if (left(appeal)) return no('steps_left')
  if (unanswered(appeal.recusals ?? [])) return no('recusal_waits')
  const voted = tallyOf(appeal)
  const against = refuseAgainst(voted, given.satisfied)
  if (against) return no(against)
  const timeCodes = given.timeCodes.map(spanOf)
  const [from, to] = [session.authorizedAt, session.deauthorizedAt]
  const looking = await lookingOf(tx, one, pieces)
  const watchable = canBeWatched(looking)
  if ((one.recording === 'studied' && watchable) || timeCodes.length > 0) {
    const recording = { from: from?.epochMilliseconds ?? 0, to: to?.epochMilliseconds ?? 0 }
    const why = refuseConclusion(
      { session: session.id, recording, openedAt: appeal.filedAt },
      { by: chair.id, reasoning: given.reasoning, timeCodes },
    )
    if (why === 'no_time_codes' || why === 'outside_the_recording') return no(why)
    // T-19: what is cited was looked at. The commission meets at one screen, so one of its looks is enough.
    if (watchable && unwatched(timeCodes, pieces, looking.shown ?? []).length > 0)
      return no('recording_not_watched')
  }
  const edition = await handedOver(tx, session.id)
  const marks = await marksOf(tx, session.id, edition)
  if (given.annulled.some((key) => !marks.some((mark) => mark.key === key && !mark.annulled)))
    return no('not_found')
  const decision = await tx.decisions.ofSession(session.id)
  const hasResult = decision?.state === 'under_appeal'
  const value = given.satisfied && given.value !== decision?.decided?.value ? given.value : null
  const known = edition && rules ? vocabularyOf(edition.facts.act, rules.policy, rules.resultsNow) : []
  if (value !== null && edition && !known.includes(value)) return no('not_in_vocabulary')
  const annulled = given.satisfied ? given.annulled : []
  if (given.satisfied && hasResult && value === null && annulled.length === 0) return no('nothing_changed')
  const verdict: AppealVerdict = {
    satisfied: given.satisfied,
    value,
    annulled,
    reasoning: given.reasoning,
    timeCodes,
    by: chair.id,
    name: chair.name,
    at: now,
    second,
    votes: { satisfy: voted.satisfy, dismiss: voted.dismiss },
  }
  const decided = move(appeal.state, given.satisfied ? 'satisfy' : 'dismiss', 'commission', now)
  if (!decided.ok) return no('not_now')
  // T-17: the chair writes alone, and nobody else is written down for what he did not do.
  if (value !== null && annulling.includes(value) && second === null)
    return secondsOf(appeal.commission, chair.id).length > 0
      ? { ok: true as const, waits: true as const, verdict }
      : no('commission_incomplete')
  const next: Appeal = { ...appeal, state: decided.event.to, verdict, proposed: null }
  const taken = marks.filter(({ key }) => annulled.includes(key))
  const document = await minutesOf(tx, watchable ? one : { ...one, recording: 'not_recorded' }, next, taken)
  return { ok: true as const, waits: false as const, next, verdict, hasResult, document }
}

/** Nothing changes until a second person of the commission agrees; both see it until then. */
async function propose(deps: AppealDeps, tx: Tx, asker: Asker, one: Open, verdict: AppealVerdict) {
  const { appeal, session } = one
  const { at, name } = verdict
  const text = `Апелляция № ${appeal.number}: председатель предлагает аннулировать результат. Нужно согласие второго члена комиссии.`
  await tellPeople(deps, tx, secondsOf(appeal.commission, verdict.by), session, text, at)
  await tx.audit(entry(asker, at, 'propose', appeal.id, { value: verdict.value, annulled: verdict.annulled }))
  const said = verdict.value === null ? '' : `${resultValues[verdict.value]}. ${verdict.reasoning}`
  return kept(tx, asker, one, told({ ...appeal, proposed: verdict }, at, 'propose', name, said), at)
}

type Said = (
  one: Open,
  name: string,
) => { readonly ok: true; readonly known: Known } | { readonly ok: false; readonly why: string }

/** Printing takes seconds, so it happens between two transactions; the second one looks again whether anything changed. */
async function settle(deps: AppealDeps, asker: Asker, id: AppealId, said: Said, now: Instant) {
  const known = await deps.store.inTenant(asker.tenant, (tx) => tx.appeals.find(id))
  const pieces = known ? await deps.pieces(asker.tenant, known.session) : []
  const before = await withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const by = said(one, name)
    if (!by.ok) return by
    const first = await ready(tx, one, pieces, by.known, now)
    if (!first.ok) return first
    return first.waits
      ? { ...(await propose(deps, tx, asker, one, first.verdict)), document: null }
      : { ok: true as const, document: first.document, session: one.session.id }
  })
  if (!before.ok || before.document === null) return before
  const pressed = await deps.press(asker.tenant, before.session, 1, [before.document], now)
  if (!pressed.ok) return pressed
  return withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const by = said(one, name)
    if (!by.ok) return by
    const again = await ready(tx, one, pieces, by.known, now)
    if (!again.ok) return again
    if (again.waits || JSON.stringify(again.document) !== JSON.stringify(before.document))
      return no('changed_meanwhile')
    const { next, verdict, hasResult } = again
    const { chair, second } = by.known.voices
    const { session } = one
    if (hasResult) {
      const { satisfied, value, reasoning } = verdict
      const concluded = await deps.results.conclude(
        tx,
        session,
        { satisfied, value, reasoning, chair, second },
        now,
      )
      if (!concluded.ok) return concluded
    }
    for (const paper of pressed.papers) await tx.protocols.addPaper(paper)
    const outcome = verdict.satisfied ? ('satisfied' as const) : ('dismissed' as const)
    const word = verdict.satisfied ? 'удовлетворена' : 'отклонена'
    await tellFamily(deps, tx, session, `Апелляция № ${next.number} ${word}. ${verdict.reasoning}`, now)
    await tx.audit(
      entry(asker, now, 'decide', id, {
        outcome,
        value: verdict.value,
        annulled: verdict.annulled,
        ...(second ? { second: second.id, chair: chair.id } : {}),
        papers: pressed.papers.map(({ form, kind }) => ({ form, kind })),
      }),
    )
    const agreed = second ? told(next, now, 'agree', second.name) : next
    const closed = moved(agreed, 'close', 'system', now)
    const done: Appeal = { ...closed, outcome, papers: pressed.papers.map((paper) => paper.id) }
    return kept(tx, asker, one, told(done, now, outcome, chair.name, verdict.reasoning), now)
  })
}

export const decideAppeal = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  given: GivenVerdict,
  now: Instant,
) =>
  settle(
    deps,
    asker,
    id,
    (_one, name) => ({
      ok: true,
      known: { given, voices: { chair: { id: asker.account, name }, second: null } },
    }),
    now,
  )

const givenAgain = ({ satisfied, value, annulled, reasoning, timeCodes }: AppealVerdict): GivenVerdict => ({
  satisfied,
  value,
  annulled,
  reasoning,
  timeCodes: timeCodes.map(({ from, to }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  })),
})

export type VerdictAnswer = { readonly of: string; readonly agree: boolean; readonly reason: string }

/** Who may answer, and whether it is the very proposal that was read. */
function refuseAnswer({ appeal, involved }: Open, asker: Asker, of: string) {
  const { proposed } = appeal
  if (appeal.state !== 'in_consideration' || !proposed) return no('not_now')
  if (tookPart(involved, asker.account)) return no('took_part')
  const why = refuseSecond(appeal.commission, proposed.by, asker.account)
  if (why) return no(why)
  return proposed.at.equals(instant(of)) ? { ok: true as const, proposed } : no('changed_meanwhile')
}

export const answerVerdict = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  { of, agree, reason }: VerdictAnswer,
  now: Instant,
) =>
  agree
    ? settle(
        deps,
        asker,
        id,
        (one, name) => {
          const found = refuseAnswer(one, asker, of)
          if (!found.ok) return found
          const { by, name: chair } = found.proposed
          const voices = { chair: { id: by, name: chair }, second: { id: asker.account, name } }
          return { ok: true, known: { given: givenAgain(found.proposed), voices } }
        },
        now,
      )
    : withAppeal(deps, asker, id, now, async (tx, one, name) => {
        const found = refuseAnswer(one, asker, of)
        if (!found.ok) return found
        if (reason.trim() === '') return no('no_reason')
        const { appeal, session } = one
        const text = `Апелляция № ${appeal.number}: с аннулированием не согласились. ${reason}`
        await tellPeople(deps, tx, [found.proposed.by], session, text, now)
        await tx.audit(entry(asker, now, 'disagree', id, { of }))
        return kept(tx, asker, one, told({ ...appeal, proposed: null }, now, 'disagree', name, reason), now)
      })
