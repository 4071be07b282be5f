import { type Appointed, refusePost } from '@ochno/domain/decision/by-order'
import type { Maker } from '@ochno/domain/decision/makers'
import { postsOf } from '@ochno/domain/decision/posts'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, no } from './deps.ts'

/** In whose name this person may speak today; `missing`: the role gives the post, and no order in force does. */
export async function postsHere(
  tx: Tx,
  asker: Asker,
  now: Instant,
): Promise<{ readonly may: readonly Maker[]; readonly missing: readonly Maker[] }> {
  const posts = postsOf(asker.roles, asker.leads)
  const appointed = await appointedOn(tx, now)
  const missing = posts.filter((post) => refusePost(post, asker.account, appointed) !== null)
  return { may: posts.filter((post) => !missing.includes(post)), missing }
}

/** Every line of every order, and whether it is in force today. */
export async function appointedOn(tx: Tx, now: Instant): Promise<readonly Appointed[]> {
  const { zone } = await tx.institutions.own()
  const day = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const orders = new Map((await tx.appointments.orders()).map((order) => [order.id, order]))
  return (await tx.appointments.all()).map(({ person, post, order, revokedOn }) => {
    const { signedOn, from, to } = orders.get(order) ?? { signedOn: day, from: null, to: null }
    const held =
      signedOn <= day &&
      (from === null || from <= day) &&
      (to === null || day <= to) &&
      (revokedOn === null || day < revokedOn)
    return { person, post, held }
  })
}

/** Null: this person may speak as `as`. The refusal names the post an order is missing for. */
export async function refuseAs(tx: Tx, asker: Asker, as: Maker, now: Instant) {
  const { may, missing } = await postsHere(tx, asker, now)
  if (may.includes(as)) return null
  return missing.includes(as) ? { ...no('no_order_in_force'), fields: [as] } : no('not_yours')
}
