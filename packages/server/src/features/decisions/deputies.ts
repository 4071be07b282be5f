import { heldBy } from '@ochno/domain/decision/by-order'
import type { AccountId } from '@ochno/domain/ids'
import type { Deputies } from '../../ports/deputies.ts'
import type { Tx } from '../../ports/store.ts'
import { firstAble, working } from '../../ports/able.ts'
import { appointedOn } from './posts-here.ts'

async function leaders(tx: Tx): Promise<readonly AccountId[]> {
  const found: AccountId[] = []
  for (const one of await working(tx, 'methodist')) if (await tx.people.leads(one)) found.push(one)
  return found
}

/** The order's name goes before the mark of the account; where nobody above is able, who runs the exams. */
export const deputiesHere: Deputies = async (tx, now, wanted) => {
  const appointed = await appointedOn(tx, now)
  const named = async (post: 'deputy_director' | 'director') =>
    heldBy(post, appointed) as readonly AccountId[]
  return firstAble(
    tx,
    [
      () => named('deputy_director'),
      () => leaders(tx),
      () => named('director'),
      () => working(tx, 'admin'),
      () => working(tx, 'methodist'),
    ],
    wanted,
  )
}
