// The one-time link of a sign-in slip, by letter: nobody on the way reads it out of the database.
import type { AccountId, GroupId, Id } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, entry, type MailDeps, no } from './deps.ts'

const LIFE = Temporal.Duration.from({ hours: 24 * 14 })
const MOST = 500

async function invite(deps: MailDeps, tx: Tx, account: AccountId, now: Instant, endsAt: Instant) {
  const id = deps.ids.make('ltr')
  await tx.accounts.invite(account, deps.digest(deps.linkSecret(id)), now, endsAt)
  await tx.letters.post({
    id,
    to: account,
    kind: 'invitation',
    facts: { endsAt: endsAt.toString() },
    notice: null,
    email: null,
    queuedAt: now,
    usefulBefore: null,
    endsAt,
  })
}

export const inviteByLetter = (deps: MailDeps, asker: Asker, account: AccountId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.accounts.find(account)
    if (!found || found.disabledAt) return no('not_found')
    if (!(await tx.mailServers.read())) return no('no_mail')
    if ((await tx.letters.email(account)) === null) return no('no_email')
    const endsAt = now.add(LIFE)
    await invite(deps, tx, account, now, endsAt)
    await tx.audit(entry(asker, now, 'account.invite', account, { by: 'letter' }))
    return { ok: true as const, body: { endsAt: endsAt.toString() } }
  })

/** Everybody of a list that was imported, as of a group; those without an address get slips of their group. */
export const inviteImportByLetter = (deps: MailDeps, asker: Asker, id: Id<'imp'>, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const touched = await tx.people.touchedBy(id)
    if (!touched) return no('not_found')
    if (!(await tx.mailServers.read())) return no('no_mail')
    const reachable = await tx.letters.withEmail(touched)
    const endsAt = now.add(LIFE)
    const without: string[] = []
    let sent = 0
    for (const account of touched) {
      const found = await tx.accounts.find(account)
      if (!found || found.hasPassword || found.disabledAt) continue
      if (!reachable.has(account)) without.push(found.fullName)
      else {
        await invite(deps, tx, account, now, endsAt)
        sent++
      }
    }
    await tx.audit(entry(asker, now, 'people.import_invite', id, { people: sent, by: 'letter' }))
    return { ok: true as const, body: { sent, without: without.slice(0, MOST) } }
  })

/** Who has a password keeps it; who has no address is named, to be given a slip on paper. */
export const inviteGroupByLetter = (deps: MailDeps, asker: Asker, id: GroupId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const group = (await tx.people.groups()).find((one) => one.id === id)
    if (!group) return no('not_found')
    if (!(await tx.mailServers.read())) return no('no_mail')
    const rows = await tx.people.all({ find: '', role: null, group: id, branch: null })
    const waiting = rows.filter(({ hasPassword, disabled }) => !hasPassword && !disabled)
    const reachable = await tx.letters.withEmail(waiting.map((one) => one.id))
    const endsAt = now.add(LIFE)
    for (const one of waiting) if (reachable.has(one.id)) await invite(deps, tx, one.id, now, endsAt)
    await tx.audit(entry(asker, now, 'group.invite', id, { people: reachable.size, by: 'letter' }))
    const without = waiting.filter((one) => !reachable.has(one.id)).map(({ fullName }) => fullName)
    return { ok: true as const, body: { sent: reachable.size, without } }
  })
