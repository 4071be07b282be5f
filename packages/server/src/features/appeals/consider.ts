// From the registered appeal to the sitting of the commission: admission, who considers, the steps of the order.
import { type Member, refuseCommission } from '@ochno/domain/appeal/commission'
import { roleMay } from '@ochno/domain/access/table'
import { namedAway, votesAfter, votingUnset } from '@ochno/domain/appeal/vote'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import { hasProtocol } from '@ochno/domain/protocol/rows'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Appeal, AppealId, AppealSetting, SeatedMember } from '../../ports/appeals.ts'
import type { Tx } from '../../ports/store.ts'
import { askAnew } from './anew.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { facts, move, moved, told } from './file.ts'
import { tookPart } from './involved.ts'
import { appealViewOf, type Open, opened } from './show.ts'
import { tellFamily, tellPeople } from './tell.ts'

type Work<Result> = (tx: Tx, one: Open, name: string) => Promise<Result>

/** Whether the examinee's consent lets the recording be used is asked before the transaction: it opens its own. */
export async function withAppeal<Result>(
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  now: Instant,
  work: Work<Result>,
) {
  const known = await deps.store.inTenant(asker.tenant, (tx) => tx.appeals.find(id))
  if (!known) return no('not_found')
  const consent = await deps.disputeUse(asker.tenant, known.session, now)
  return deps.store.inTenant(asker.tenant, async (tx) => {
    // The session first, as everybody does who changes something about it: nobody waits for each other.
    await tx.sessions.lock(known.session)
    const appeal = await tx.appeals.lock(id)
    const one = appeal && (await opened(deps, tx, appeal, consent, now))
    if (!one) return no('not_found')
    return work(tx, one, (await tx.accounts.find(asker.account))?.fullName ?? '')
  })
}

export async function kept(tx: Tx, asker: Asker, one: Open, appeal: Appeal, now: Instant) {
  await tx.appeals.save(appeal, now)
  return { ok: true as const, body: await appealViewOf(tx, asker, { ...one, appeal }, now) }
}

export const readAppeal = (deps: AppealDeps, asker: Asker, id: AppealId, now: Instant) =>
  withAppeal(deps, asker, id, now, async (tx, one) => ({
    ok: true as const,
    body: await appealViewOf(tx, asker, one, now),
  }))

export const listAppeals = (deps: AppealDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const rows = []
    for (const appeal of await tx.appeals.list()) {
      const session = await tx.sessions.find(appeal.session)
      if (!session) continue
      rows.push({
        id: appeal.id,
        number: appeal.number,
        session: session.id,
        exam: session.examTitle,
        examinee: session.examineeName,
        filedAt: appeal.filedAt.toString(),
        considerUntil: appeal.considerUntil?.toString() ?? null,
        state: appeal.state as Exclude<Appeal['state'], 'draft'>,
        outcome: appeal.outcome,
        late: appeal.late,
      })
    }
    const maySet = asker.roles.some((role) => roleMay(role, 'act.manage'))
    return { now: now.toString(), maySet, setting: settingView(await tx.appeals.setting()), rows }
  })

const settingView = ({ situations, steps, least, answerDays, quorum, chairBreaksTie }: AppealSetting) => ({
  situations: situations.map(({ id, words }) => ({ id, words })),
  steps: steps.map(({ id, words, by }) => ({ id, words, by })),
  least,
  answerDays,
  quorum: quorum ?? votingUnset.quorum,
  chairBreaksTie: chairBreaksTie ?? votingUnset.chairBreaksTie,
})

export const changeAppealSetting = (deps: AppealDeps, asker: Asker, setting: AppealSetting, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.appeals.setting()
    await tx.appeals.saveSetting(setting, now)
    await tx.audit(entry(asker, now, 'setting', asker.tenant, { before, after: setting }))
    return { ok: true as const, body: settingView(setting) }
  })

type Admission =
  | { readonly admit: true }
  | {
      readonly admit: false
      readonly because: 'late' | 'no_such_situation'
      readonly reason: string
    }

export const admitAppeal = (deps: AppealDeps, asker: Asker, id: AppealId, given: Admission, now: Instant) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, session, involved, recording } = one
    if (tookPart(involved, asker.account)) return no('took_part')
    const found = {
      filedInTime: !appeal.late,
      groundIsConfigured: given.admit || given.because !== 'no_such_situation',
    }
    if (!given.admit) {
      if (given.because === 'late' && !appeal.late) return no('nothing_against_appeal')
      const rejected = move(appeal.state, 'reject', 'secretary', now, found)
      if (!rejected.ok) return no('not_now')
      await tellFamily(deps, tx, session, `Апелляция № ${appeal.number} не принята. ${given.reason}`, now)
      const closed = moved({ ...appeal, state: rejected.event.to }, 'close', 'system', now)
      await tx.audit(entry(asker, now, 'reject', id, { because: given.because }))
      const done = { ...closed, outcome: 'inadmissible' as const, reason: given.reason }
      return kept(tx, asker, one, told(done, now, 'reject', name, given.reason), now)
    }
    const accepted = move(appeal.state, 'accept', 'secretary', now, found)
    if (!accepted.ok) return no(accepted.why === 'late' ? 'appeal_late' : 'not_now')
    // Where results are decided here, the one that is appealed stands published. An act that names none decides none.
    const { rules } = one
    const decidedHere =
      rules !== null &&
      rules.card.event !== 'lesson' &&
      hasProtocol(rules.act) &&
      vocabularyOf(rules.act, rules.policy, rules.resultsNow).length > 0
    if (!(await deps.results.consider(tx, session, now)) && decidedHere) return no('result_not_published')
    const begun = move(accepted.event.to, 'consider', 'system', now, {
      ...facts,
      usesVideo: recording === 'studied',
      priorVideoConsent: recording === 'no_consent' ? false : null,
    })
    if (!begun.ok) return no('not_now')
    await tx.audit(entry(asker, now, 'accept', id, { recording }))
    await tellFamily(deps, tx, session, `Апелляция № ${appeal.number} принята к рассмотрению.`, now)
    return kept(tx, asker, one, told({ ...appeal, state: begun.event.to }, now, 'accept', name), now)
  })

/** Who has voted and may still sit; whoever may not leaves the seat to another, whatever they said. */
async function keepTheirSeats(tx: Tx, { appeal, involved }: Open, given: readonly Member[]) {
  const keep = []
  for (const person of namedAway(appeal.commission, given, appeal.votes ?? [])) {
    const account = await tx.accounts.find(person)
    const sits = account && !account.disabledAt && account.roles.includes('commission')
    if (sits && !tookPart(involved, person)) keep.push(person)
  }
  return keep
}

export const nameCommission = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  given: readonly { readonly person: AccountId; readonly role: Member['role'] }[],
  now: Instant,
) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, involved, session } = one
    if (appeal.state !== 'in_consideration') return no('not_now')
    if (tookPart(involved, asker.account)) return no('took_part')
    const refused = refuseCommission(given, involved, appeal.least)
    const taking = refused.flatMap((each) => (each.why === 'took_part' ? [each.person] : []))
    if (taking.length > 0) return { ...no('took_part'), fields: taking }
    if (refused.length > 0) return { ...no('commission_incomplete'), fields: refused.map(({ why }) => why) }
    const seated: SeatedMember[] = []
    for (const { person, role } of given) {
      const account = await tx.accounts.find(person)
      if (!account || account.disabledAt || !account.roles.includes('commission'))
        return { ...no('commission_incomplete'), fields: [person] }
      seated.push({ person, role, name: account.fullName })
    }
    const away = await keepTheirSeats(tx, one, given)
    if (away.length > 0) return { ...no('voter_seated'), fields: away }
    await tx.audit(
      entry(asker, now, 'commission', id, { members: given.map(({ person, role }) => ({ person, role })) }),
    )
    const before = new Set(appeal.commission.map(({ person }) => person))
    const fresh = seated.map(({ person }) => person).filter((person) => !before.has(person))
    const text = `Вы в комиссии по апелляции № ${appeal.number}: ${session.examineeName}.`
    await tellPeople(deps, tx, fresh, session, text, now)
    const names = seated.map((each) => each.name).join(', ')
    const asking = 'Если кто-то из них не может решать честно, попросите об отводе на странице апелляции.'
    if (fresh.length > 0)
      await tellFamily(deps, tx, session, `Апелляция № ${appeal.number}: комиссия — ${names}. ${asking}`, now)
    // Whom the family asked away and who is named no more is away by that.
    const recusals = (appeal.recusals ?? []).map((each) =>
      each.state === 'asked' && !seated.some(({ person }) => person === each.person)
        ? { ...each, state: 'granted' as const, answer: 'Состав комиссии изменён.', answeredBy: name }
        : each,
    )
    const votes = votesAfter(appeal.commission, seated, appeal.votes ?? [])
    const sits = { ...appeal, commission: seated, votes, proposed: null, recusals }
    const next = told(sits, now, 'commission', name, names)
    return kept(tx, asker, one, await askAnew(deps, tx, session, appeal, next, { by: name, now }), now)
  })
