// The steps of the order, and what the commission decided: reasons, time codes, the result that follows, the protocol on paper.
import { refuseCommission } from '@ochno/domain/appeal/commission'
import { refuseConclusion } from '@ochno/domain/appeal/dispute'
import { nextStep } from '@ochno/domain/appeal/order'
import { annulling } from '@ochno/domain/decision/decide'
import type { ResultValue } from '@ochno/domain/decision/values'
import type { Span } from '@ochno/domain/recording/coverage'
import type { Instant } from '@ochno/domain/time'
import type { Appeal, AppealId, AppealVerdict } from '../../ports/appeals.ts'
import type { Tx } from '../../ports/store.ts'
import { kept, withAppeal } from './consider.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { move, moved, told } from './file.ts'
import { tookPart } from './involved.ts'
import { handedOver, marksOf } from './marks.ts'
import { minutesOf } from './minutes.ts'
import { chairs, type Open } from './show.ts'
import { tellFamily } from './tell.ts'

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

async function ready(tx: Tx, asker: Asker, one: Open, given: GivenVerdict, name: string, now: Instant) {
  const { appeal, session, involved } = one
  if (appeal.state !== 'in_consideration') return no('not_now')
  if (!chairs(appeal, asker)) return no('not_yours')
  const refused = refuseCommission(appeal.commission, involved, appeal.least)
  if (refused.some(({ why }) => why === 'took_part')) return no('took_part')
  if (refused.length > 0) return no('commission_incomplete')
  if (left(appeal)) return no('steps_left')
  const timeCodes = given.timeCodes.map(spanOf)
  const [from, to] = [session.authorizedAt, session.deauthorizedAt]
  if (one.recording === 'studied' || timeCodes.length > 0) {
    const recording = { from: from?.epochMilliseconds ?? 0, to: to?.epochMilliseconds ?? 0 }
    const why = refuseConclusion(
      { session: session.id, recording, openedAt: appeal.filedAt },
      { by: asker.account, reasoning: given.reasoning, timeCodes },
    )
    if (why === 'no_time_codes' || why === 'outside_the_recording') return no(why)
  }
  const marks = await marksOf(tx, session.id, await handedOver(tx, session.id))
  if (given.annulled.some((key) => !marks.some((mark) => mark.key === key && !mark.annulled)))
    return no('not_found')
  const decision = await tx.decisions.ofSession(session.id)
  const hasResult = decision?.state === 'under_appeal'
  const value = given.satisfied && given.value !== decision?.decided?.value ? given.value : null
  // T-17: the chair writes alone, and nobody else is written down for what he did not do.
  if (value !== null && annulling.includes(value)) return no('other_second_person')
  const annulled = given.satisfied ? given.annulled : []
  if (given.satisfied && hasResult && value === null && annulled.length === 0) return no('nothing_changed')
  const verdict: AppealVerdict = {
    satisfied: given.satisfied,
    value,
    annulled,
    reasoning: given.reasoning,
    timeCodes,
    by: asker.account,
    name,
    at: now,
  }
  const decided = move(appeal.state, given.satisfied ? 'satisfy' : 'dismiss', 'commission', now)
  if (!decided.ok) return no('not_now')
  const next: Appeal = { ...appeal, state: decided.event.to, verdict }
  const taken = marks.filter(({ key }) => annulled.includes(key))
  return { ok: true as const, next, verdict, hasResult, document: await minutesOf(tx, one, next, taken) }
}

/** Printing takes seconds, so it happens between two transactions; the second one looks again whether anything changed. */
export async function decideAppeal(
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  given: GivenVerdict,
  now: Instant,
) {
  const before = await withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const first = await ready(tx, asker, one, given, name, now)
    return first.ok ? { ...first, session: one.session.id } : first
  })
  if (!before.ok) return before
  const pressed = await deps.press(asker.tenant, before.session, 1, [before.document], now)
  if (!pressed.ok) return pressed
  return withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const again = await ready(tx, asker, one, given, name, now)
    if (!again.ok) return again
    if (JSON.stringify(again.document) !== JSON.stringify(before.document)) return no('changed_meanwhile')
    const { next, verdict, hasResult } = again
    const { session } = one
    if (hasResult) {
      const concluded = await deps.results.conclude(
        tx,
        session,
        {
          satisfied: verdict.satisfied,
          value: verdict.value,
          reasoning: verdict.reasoning,
          chair: { id: asker.account, name },
          second: null,
        },
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
        papers: pressed.papers.map(({ form, kind }) => ({ form, kind })),
      }),
    )
    const closed = moved(next, 'close', 'system', now)
    const done: Appeal = { ...closed, outcome, papers: pressed.papers.map((paper) => paper.id) }
    return kept(tx, asker, one, told(done, now, outcome, name, verdict.reasoning), now)
  })
}
