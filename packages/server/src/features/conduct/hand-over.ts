// A seat goes from one proctor to another: offered with a reason, and moved only when the other takes it.
import { openOffer } from '@ochno/domain/conduct/standing'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { audited, type ConductDeps, no, rulesOf, type Speaker } from './deps.ts'

const isProctor = async (tx: Tx, id: AccountId): Promise<boolean> => {
  const account = await tx.accounts.find(id)
  return account !== null && account.disabledAt === null && account.roles.includes('proctor')
}

export const refuseReceiver = async (tx: Tx, giver: Speaker, to: string): Promise<'not_a_proctor' | null> =>
  to !== giver.account && (await isProctor(tx, to as AccountId)) ? null : 'not_a_proctor'

export const listColleagues = (deps: ConductDeps, { tenant, account }: Speaker, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const off = await tx.appointments.barred(now)
    return {
      rows: (await tx.accounts.list('', 'proctor'))
        .filter(({ id, disabledAt }) => id !== account && disabledAt === null && !off.has(id))
        .map(({ id, fullName }) => ({ id, name: fullName })),
    }
  })

export const listOffers = (deps: ConductDeps, { tenant, account }: Speaker, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.conduct.offersTo(account)).map((one) => ({ ...one, at: one.at.toString() })),
  }))

export async function answerOffer(
  deps: ConductDeps,
  speaker: Speaker,
  asked: { readonly session: SessionId; readonly seq: number; readonly is: 'accepted' | 'declined' },
  now: Instant,
) {
  const { session: id, seq, is } = asked
  const outcome = await deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    const rules = session && (await rulesOf(tx, id))
    if (!session || !rules) return no('not_found')
    const log = await tx.conduct.read(id, 0)
    const offer = openOffer(log)
    // T-10: whoever was not asked learns nothing of the session.
    if (!offer || offer.seq !== seq || offer.to !== speaker.account) return no('not_found')
    const giver = log.find((said) => said.seq === seq)?.by ?? null
    // Who watches no longer has nothing to give.
    if (!session.proctors.some(({ id: one }) => one === giver)) return no('not_found')
    if (session.deauthorizedAt !== null) return no('not_running')
    if (is === 'accepted') {
      // Who is already assigned takes no new place.
      const here = session.proctors.some(({ id: one }) => one === speaker.account)
      const why = here ? null : await deps.mayTake(tx, session, rules, speaker.account)
      if (why) return no(why)
      await tx.sessions.assign(id, speaker.account, now)
      if (giver) await tx.sessions.unassign(id, giver, now)
    }
    await tx.conduct.add(id, {
      at: now,
      party: 'proctor',
      by: speaker.account,
      entry: { kind: 'offer_end', of: seq, is },
    })
    await tx.audit(audited(speaker, 'proctor', id, 'conduct.offer_end', now, { of: seq, is, giver }))
    return { ok: true as const, body: { now: now.toString() }, giver }
  })
  if (!outcome.ok) return outcome
  // T-10: who gave the seat away sees it no longer.
  if (is === 'accepted' && outcome.giver) deps.rights.changed(outcome.giver)
  if (is === 'accepted') deps.rights.changed(speaker.account)
  return { ok: true as const, body: outcome.body }
}
