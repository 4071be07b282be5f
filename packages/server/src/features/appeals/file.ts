// Filing and taking back. A late appeal is filed too: that it is late, a person says (SM-6).
import { admit, type NotAdmitted } from '@ochno/domain/appeal/admit'
import { votingUnset } from '@ochno/domain/appeal/vote'
import type { SessionId } from '@ochno/domain/ids'
import { appeal as lifecycle, type AppealCommand, type AppealFacts } from '@ochno/domain/lifecycle/appeal'
import { decideMove, type Party } from '@ochno/domain/lifecycle/machine'
import type { Instant } from '@ochno/domain/time'
import type { Appeal, AppealId } from '../../ports/appeals.ts'
import { type AppealDeps, type Asker, entry, no, orderOf } from './deps.ts'
import { afterExamView, considers, ownSession } from './own.ts'
import { tellFamily, tellPeople } from './tell.ts'

export const facts: AppealFacts = {
  groundIsConfigured: true,
  filedInTime: true,
  termsAreSet: true,
  recordingOnHold: true,
  usesVideo: false,
  priorVideoConsent: null,
  reasoningWithTimeCodes: true,
  memberDecidedBefore: false,
  examineeNotified: true,
  resultChanged: true,
}

export const move = (
  state: Appeal['state'],
  command: AppealCommand,
  by: Party,
  now: Instant,
  more: Partial<AppealFacts> = {},
) => decideMove(lifecycle, state, command, by, { ...facts, ...more }, now)

/** Moves that nothing can refuse. */
export function moved(appeal: Appeal, command: AppealCommand, by: Party, now: Instant): Appeal {
  const outcome = move(appeal.state, command, by, now)
  if (!outcome.ok) throw new Error(`an appeal in ${appeal.state} can not ${command}: ${outcome.why}`)
  return { ...appeal, state: outcome.event.to }
}

export const told = (appeal: Appeal, at: Instant, what: string, by: string, text = ''): Appeal => ({
  ...appeal,
  history: [...appeal.history, { at, what, by, text }],
})

const refusals: Readonly<Record<Exclude<NotAdmitted, 'late'>, string>> = {
  order_incomplete: 'appeal_order_incomplete',
  no_situation: 'situation_unknown',
  situation_unknown: 'situation_unknown',
  no_circumstances: 'situation_unknown',
  calendar_ends: 'calendar_ends',
}

export const fileAppeal = (
  deps: AppealDeps,
  asker: Asker,
  id: SessionId,
  given: {
    readonly situation: string
    readonly circumstances: string
    readonly marks: readonly string[]
  },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await ownSession(deps, tx, asker, await tx.sessions.lock(id), now)
    if (!found) return no('not_found')
    const { session, own } = found
    if (session.deauthorizedAt === null || session.state === 'cancelled') return no('not_over')
    const before = await tx.appeals.ofSession(id)
    if (before.some(({ state }) => state !== 'closed')) return no('appeal_open')
    const decision = await tx.decisions.ofSession(id)
    if (before.some(considers(decision?.publishedAt ?? null))) return no('appeal_considered')
    const [rules, setting] = [await tx.rules.ofSession(id), await tx.appeals.setting()]
    const order = rules?.frozen ? orderOf(rules.policy, setting) : null
    if (!order || order.situations.length === 0) return no('no_right_to_appeal')
    const { zone } = await tx.institutions.own()
    const filing = { situation: given.situation, circumstances: given.circumstances, filedAt: now }
    const announced = decision?.decided && decision.publishedAt ? { at: decision.publishedAt } : null
    const calendar = await tx.calendar.effective()
    const admitted = admit(order, filing, announced, zone, calendar)
    const late = !admitted.ok && admitted.why === 'late' ? admitted : null
    if (!admitted.ok && !late) return no(refusals[admitted.why as keyof typeof refusals])
    const situation = order.situations.find((one) => one.id === given.situation)
    if (!situation) return no('situation_unknown')
    const name = (await tx.accounts.find(asker.account))?.fullName ?? ''
    const draft: Appeal = {
      id: deps.ids.make('apl'),
      number: await tx.appeals.nextNumber(),
      session: id,
      state: 'draft',
      filedBy: asker.account,
      filedByName: name,
      filedAt: now,
      asRepresentative: !own,
      situation,
      steps: order.steps,
      body: order.body ?? '',
      least: setting.least,
      voting: {
        quorum: setting.quorum ?? votingUnset.quorum,
        chairBreaksTie: setting.chairBreaksTie ?? votingUnset.chairBreaksTie,
      },
      votes: [],
      recusals: [],
      filingUntil: late?.until ?? null,
      considerUntil: admitted.ok ? admitted.considerUntil : null,
      late: late !== null,
      circumstances: given.circumstances,
      contested: given.marks,
      reason: '',
      outcome: null,
      commission: [],
      done: [],
      verdict: null,
      papers: [],
      history: [],
    }
    const filed = moved(draft, 'file', own ? 'examinee' : 'representative', now)
    const appeal = told(moved(filed, 'register', 'system', now), now, 'file', name)
    await tx.appeals.save(appeal, now)
    await tx.audit(
      entry(asker, now, 'file', appeal.id, { session: id, situation: situation.id, late: appeal.late }),
    )
    await tellFamily(deps, tx, session, `Апелляция № ${appeal.number} зарегистрирована.`, now)
    const staff = (await tx.accounts.list('', 'commission')).filter(({ disabledAt }) => disabledAt === null)
    await tellPeople(
      deps,
      tx,
      staff.map((one) => one.id),
      session,
      `Подана апелляция № ${appeal.number}: ${session.examineeName}.`,
      now,
    )
    return { ok: true as const, body: await afterExamView(tx, found, now) }
  })

export const withdrawAppeal = (deps: AppealDeps, asker: Asker, id: AppealId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const known = await tx.appeals.find(id)
    const session = known && (await tx.sessions.lock(known.session))
    const appeal = session && (await tx.appeals.lock(id))
    const found = appeal && (await ownSession(deps, tx, asker, session, now))
    if (!appeal || !found) return no('not_found')
    if (!found.own) return no('not_yours')
    const back = move(appeal.state, 'withdraw', 'examinee', now)
    if (!back.ok) return no('not_now')
    await deps.results.lapse(tx, found.session, now)
    await tellFamily(deps, tx, found.session, `Апелляция № ${appeal.number} отозвана.`, now)
    const closed = moved({ ...appeal, state: back.event.to, outcome: 'withdrawn' }, 'close', 'system', now)
    await tx.appeals.save(told(closed, now, 'withdraw', appeal.filedByName), now)
    await tx.audit(entry(asker, now, 'withdraw', id))
    return { ok: true as const, body: await afterExamView(tx, found, now) }
  })
