import { heldBy } from '@ochno/domain/decision/by-order'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Deputies } from '../../ports/deputies.ts'
import type { Tx } from '../../ports/store.ts'
import { appointedOn } from './posts-here.ts'

const working = async (tx: Tx, role: 'methodist' | 'admin'): Promise<readonly AccountId[]> =>
  (await tx.accounts.list('', role)).flatMap(({ id, disabledAt }) => (disabledAt === null ? [id] : []))

async function leaders(tx: Tx): Promise<readonly AccountId[]> {
  const found: AccountId[] = []
  for (const one of await working(tx, 'methodist')) if (await tx.people.leads(one)) found.push(one)
  return found
}

/** The order's name goes before the mark of the account. */
export const deputiesHere: Deputies = async (tx: Tx, now: Instant) => {
  const appointed = await appointedOn(tx, now)
  const named = async (post: 'deputy_director' | 'director') => {
    const found: AccountId[] = []
    for (const person of heldBy(post, appointed)) {
      const account = await tx.accounts.find(person as AccountId)
      if (account && account.disabledAt === null) found.push(account.id)
    }
    return found
  }
  for (const look of [
    () => named('deputy_director'),
    () => leaders(tx),
    () => named('director'),
    () => working(tx, 'admin'),
  ]) {
    const found = await look()
    if (found.length > 0) return found
  }
  return []
}
