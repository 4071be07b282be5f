// A consent ends when its person says so, after being told what follows (R4-A5.13, R4-A5.16).
import { withdraw } from '@ochno/domain/consent/withdrawal'
import type { Instant } from '@ochno/domain/time'
import type { ConsentId } from '../../ports/consents.ts'
import { move, withPerson } from './answer.ts'
import { type Asker, type ConsentDeps, entry, no } from './deps.ts'
import { warningOf } from './person-view.ts'
import { signersNow } from './person.ts'

/** What was given on the screen ends on the screen, now; the register gives it a number of its own. */
const numberOf = (today: string, id: ConsentId) =>
  `ЭО-${today.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`

export async function withdrawConsent(
  deps: ConsentDeps,
  asker: Asker,
  id: ConsentId,
  warned: string,
  now: Instant,
) {
  const known = await deps.store.inTenant(asker.tenant, (tx) => tx.consents.life(id))
  if (!known) return no('not_found')
  const outcome = await withPerson(
    deps,
    asker,
    known.account,
    now,
    async ({ tx, office, facts, as, view }) => {
      const life = facts.lives.find((one) => one.id === id)
      if (!life) return no('not_found')
      if (life.state !== 'active' || life.withdrawalAskedOn !== null) return no('not_now')
      if (!(signersNow(office, facts.subject) ?? []).includes(as)) return no('not_your_signature')
      const today = office.today
      const registeredNo = numberOf(today.toString(), id)
      const decided = withdraw(
        life.kind,
        { registeredNo, writtenOn: today, warnedOf: warned },
        warningOf(office, life),
        [],
        now,
      )
      if (!decided.ok) return decided
      if (life.paper !== null) {
        await tx.consents.save({ ...life, withdrawalAskedOn: today.toString(), changedAt: now })
        await tx.audit(entry(asker, now, 'withdrawal_asked', id, { kind: life.kind, as, warned }))
        return view()
      }
      const ended = move(
        life,
        'withdraw',
        'office',
        { consequencesShown: true, requestRegistered: true },
        now,
      )
      if (!ended.ok) return ended
      const on = decided.effects.effectiveOn.toString()
      await tx.consents.save({
        ...ended.life,
        withdrawalNo: registeredNo,
        withdrawnOn: on,
        withdrawalAskedOn: on,
      })
      await tx.audit(entry(asker, now, 'withdraw', id, { kind: life.kind, as, number: registeredNo, warned }))
      await deps.running.end(tx, { tenant: asker.tenant, account: life.account }, now)
      return view()
    },
  )
  if (outcome.ok) deps.running.ended(known.account)
  return outcome
}
