// T-19: who leaves the commission, by their own word or because the family asked for it.
import { mayAnswer, refuseAsking } from '@ochno/domain/appeal/recusal'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Appeal, AppealId, AppealRecusal } from '../../ports/appeals.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { votesAfter } from '@ochno/domain/appeal/vote'
import { askAnew } from './anew.ts'
import { kept, withAppeal } from './consider.ts'
import { type AppealDeps, type Asker, entry, no } from './deps.ts'
import { told } from './file.ts'
import { tookPart, withRecused } from './involved.ts'
import { afterExamView, ownSession } from './own.ts'
import { tellFamily, tellPeople } from './tell.ts'

/** Their seat, their vote and what rested on the commission as it was are gone. */
function without(appeal: Appeal, person: AccountId): Appeal {
  const commission = appeal.commission.filter((member) => member.person !== person)
  const votes = votesAfter(appeal.commission, commission, appeal.votes ?? [])
  return { ...appeal, commission, votes, proposed: null }
}

/** Whoever names commissions hears of it from the staff of the commission. */
async function tellStaff(deps: AppealDeps, tx: Tx, session: SessionFacts, text: string, now: Instant) {
  const staff = (await tx.accounts.list('', 'commission')).filter(({ disabledAt }) => disabledAt === null)
  await tellPeople(
    deps,
    tx,
    staff.map(({ id }) => id),
    session,
    text,
    now,
  )
}

export const leaveCommission = (deps: AppealDeps, asker: Asker, id: AppealId, reason: string, now: Instant) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, involved, session } = one
    if (appeal.state !== 'in_consideration') return no('not_now')
    if (!appeal.commission.some(({ person }) => person === asker.account)) return no('not_yours')
    // What the family asked about them is answered by their leaving.
    const recusals = appeal.recusals ?? []
    const asked = recusals.find(({ person, state }) => person === asker.account && state === 'asked')
    const answer = 'Вышел из комиссии сам.'
    const before = recusals.map((each) =>
      each === asked ? { ...each, state: 'granted' as const, answer, answeredBy: name } : each,
    )
    const left: AppealRecusal = {
      person: asker.account,
      name,
      by: 'member',
      reason,
      at: now,
      state: 'granted',
      answer: '',
      answeredBy: name,
    }
    const next = { ...without(appeal, asker.account), recusals: [...before, left] }
    await tx.audit(entry(asker, now, 'leave', id))
    const text = `Апелляция № ${appeal.number}: ${name} выходит из комиссии. Назначьте другого человека.`
    await tellStaff(deps, tx, session, text, now)
    if (asked)
      await tellFamily(
        deps,
        tx,
        session,
        `Апелляция № ${appeal.number}: вы просили отвод (${name}). ${answer}`,
        now,
      )
    const gone = withRecused(involved, next)
    const said = told(next, now, 'leave', name, reason)
    const saved = await askAnew(deps, tx, session, appeal, said, { by: name, now })
    return kept(tx, asker, { ...one, involved: gone }, saved, now)
  })

export const askRecusal = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  { member, reason }: { readonly member: AccountId; readonly reason: string },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const known = await tx.appeals.find(id)
    const session = known && (await tx.sessions.lock(known.session))
    const appeal = session && (await tx.appeals.lock(id))
    const found = appeal && (await ownSession(deps, tx, asker, session, now))
    if (!appeal || !found) return no('not_found')
    if (appeal.state !== 'in_consideration') return no('not_now')
    const recusals = appeal.recusals ?? []
    const why = refuseAsking(appeal.commission, recusals, member)
    if (why) return no(why === 'asked_before' ? 'recusal_asked' : 'not_found')
    const seat = appeal.commission.find(({ person }) => person === member)
    const name = (await tx.accounts.find(asker.account))?.fullName ?? ''
    const asked: AppealRecusal = {
      person: member,
      name: seat?.name ?? '',
      by: 'family',
      reason,
      at: now,
      state: 'asked',
      answer: '',
      answeredBy: '',
    }
    const words = `${asked.name}. ${reason}`
    const next = told({ ...appeal, recusals: [...recusals, asked] }, now, 'askRecusal', name, words)
    await tx.appeals.save(next, now)
    await tx.audit(entry(asker, now, 'ask_recusal', id, { member }))
    await tellStaff(deps, tx, found.session, `Апелляция № ${appeal.number}: просят отвод. ${words}`, now)
    return { ok: true as const, body: await afterExamView(tx, found, now) }
  })

export const answerRecusal = (
  deps: AppealDeps,
  asker: Asker,
  id: AppealId,
  { member, grant, answer }: { readonly member: AccountId; readonly grant: boolean; readonly answer: string },
  now: Instant,
) =>
  withAppeal(deps, asker, id, now, async (tx, one, name) => {
    const { appeal, involved, session } = one
    if (appeal.state !== 'in_consideration') return no('not_now')
    if (tookPart(involved, asker.account)) return no('took_part')
    const recusals = appeal.recusals ?? []
    const asked = recusals.find(({ person, state }) => person === member && state === 'asked')
    if (!asked) return no('not_found')
    if (!mayAnswer(asked, asker.account)) return no('not_yours')
    const answered: AppealRecusal = {
      ...asked,
      state: grant ? 'granted' : 'declined',
      answer,
      answeredBy: name,
    }
    const next = { ...appeal, recusals: recusals.map((each) => (each === asked ? answered : each)) }
    await tx.audit(entry(asker, now, 'recusal', id, { member, grant }))
    const said = grant ? 'отвод удовлетворён' : 'в отводе отказано'
    const text = `Апелляция № ${appeal.number}: ${said} (${asked.name}). ${answer}`
    await tellFamily(deps, tx, session, text, now)
    if (grant) await tellPeople(deps, tx, [member], session, text, now)
    const gone = withRecused(involved, next)
    const deed = grant ? 'grantRecusal' : 'declineRecusal'
    const after = told(grant ? without(next, member) : next, now, deed, name, `${asked.name}. ${answer}`)
    const saved = await askAnew(deps, tx, session, appeal, after, { by: name, now })
    return kept(tx, asker, { ...one, involved: gone }, saved, now)
  })
