import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, entry, type MailDeps, no } from './deps.ts'

const view = async (tx: Tx, account: AccountId) => ({
  email: await tx.letters.email(account),
  mailWorks: (await tx.mailServers.read()) !== null,
})

export const readEmail = (deps: MailDeps, asker: Asker, account: AccountId) =>
  deps.store.inTenant(asker.tenant, async (tx) =>
    (await tx.accounts.find(account))
      ? { ok: true as const, body: await view(tx, account) }
      : no('not_found'),
  )

/** Whoever had letters at the earlier address is told there: a stranger at the keyboard must not go unnoticed. */
export const setEmail = (
  deps: MailDeps,
  asker: Asker,
  account: AccountId,
  email: string | null,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    if (!(await tx.accounts.find(account))) return no('not_found')
    const before = await tx.letters.email(account)
    if (before !== email) {
      await tx.letters.setEmail(account, email, now)
      if (before !== null)
        await tx.letters.post({
          id: deps.ids.make('ltr'),
          to: account,
          kind: 'address_changed',
          facts: {},
          notice: null,
          email: before,
          queuedAt: now,
          usefulBefore: null,
          endsAt: null,
        })
      await tx.audit(
        entry(asker, now, 'account.email', account, { before: before !== null, now: email !== null }),
      )
    }
    return { ok: true as const, body: await view(tx, account) }
  })
