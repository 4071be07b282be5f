// 004 3.10: teachers and methodists work under the guidance of a deputy director, who sees what each of them has in hand.
import { mayLead } from '@ochno/domain/access/sight'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type Asker, entry, no, type PeopleDeps } from './deps.ts'
import { answer } from './person-card.ts'

export async function setLead(
  { store, rights }: PeopleDeps,
  admin: Asker,
  id: AccountId,
  leads: boolean,
  now: Instant,
) {
  const outcome = await store.inTenant(admin.tenant, async (tx) => {
    const person = await tx.people.find(id)
    if (!person) return no('not_found')
    if (leads && !mayLead(person.roles)) return no('not_a_methodist')
    await tx.people.setLead(id, leads ? now : null)
    await tx.audit(entry(admin, now, 'people.lead', id, { leads }))
    return answer(tx, id, now)
  })
  if (outcome.ok) rights.changed(id)
  return outcome
}

type Reader = Asker & { readonly leads: boolean; readonly roles: readonly string[] }

export async function listLedWork({ store }: PeopleDeps, reader: Reader, now: Instant) {
  const leads = reader.leads || reader.roles.includes('admin')
  const rows = leads ? await store.inTenant(reader.tenant, (tx) => tx.people.workInHand(now)) : []
  return { leads, rows: rows.map((row) => ({ ...row, roles: [...row.roles] })) }
}
