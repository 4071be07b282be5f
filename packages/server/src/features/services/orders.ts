// 002 п. 12: the order on the use of services; its number and day bring them into use.
import { isPupil } from '@ochno/domain/access/table'
import type { AccountId } from '@ochno/domain/ids'
import { decideService } from '@ochno/domain/services/decide'
import { refuseOrder, refuseSigning, type ServiceOrder, type Signer } from '@ochno/domain/services/order'
import type { Instant } from '@ochno/domain/time'
import type { ServiceId, ServiceOrderId, StoredService, StoredServiceOrder } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type FileDeps, type Keeper, no, removeSealed, type ServiceDeps } from './deps.ts'
import { readRegister, registerView, situationOf } from './register.ts'

export type OrderGiven = {
  readonly services: readonly string[]
  readonly technical: AccountId
  readonly organisational: AccountId
  readonly signer: Signer
  readonly authorised: boolean
}

const ruled = (order: StoredServiceOrder): ServiceOrder => ({
  services: order.services.map(({ name }) => name),
  signer: order.signer,
  authorised: order.authorised,
  technical: order.technical.name,
  organisational: order.organisational.name,
})

async function staffNamed(tx: Tx, id: AccountId) {
  const account = await tx.accounts.find(id)
  return account && account.disabledAt === null && !isPupil(account.roles)
    ? { id, name: account.fullName }
    : null
}

export const addServiceOrder = (deps: ServiceDeps, keeper: Keeper, given: OrderGiven, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const technical = await staffNamed(tx, given.technical)
    const organisational = await staffNamed(tx, given.organisational)
    if (!technical || !organisational) return no('not_staff')
    const all = await tx.services.list()
    const chosen = [...new Set(given.services)].map((id) => all.find((one) => one.id === id))
    const services = chosen.flatMap((one) => (one ? [one] : []))
    if (services.length < chosen.length) return no('not_found')
    const unready = services.filter(({ state }) => state !== 'contract')
    if (unready.length > 0)
      return { ...no('not_ready_to_order'), fields: unready.map(({ card }) => card.name) }
    const order: StoredServiceOrder = {
      id: deps.ids.make<'sod'>('sod'),
      number: null,
      signedOn: null,
      services: services.map(({ id, card }) => ({ id, name: card.name })),
      technical,
      organisational,
      signer: { ...given.signer, power: given.authorised ? given.signer.power : null },
      authorised: given.authorised,
    }
    const refused = refuseOrder(ruled(order))
    if (refused === 'signer_no_power') return no(refused)
    await tx.services.saveOrder(order, keeper.account, now)
    await tx.audit(
      entry(keeper, now, 'order', order.id, {
        services: order.services.map(({ id }) => id),
        technical: technical.id,
        organisational: organisational.id,
        authorised: order.authorised,
      }),
    )
    return { ok: true as const, body: { id: order.id } }
  })

export async function removeServiceOrder(
  deps: Pick<FileDeps, 'store' | 'objects'>,
  keeper: Keeper,
  id: ServiceOrderId,
  now: Instant,
) {
  let gone: readonly string[] = []
  const answer = await deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const order = (await tx.services.orders()).find((one) => one.id === id)
    if (!order) return no('not_found')
    if (order.number !== null) return no('not_now')
    gone = await tx.services.removeFiles(id)
    await tx.services.removeOrder(id)
    await tx.audit(entry(keeper, now, 'order_removed', id, { filesRemoved: gone }))
    return { ok: true as const, body: undefined }
  })
  await removeSealed(deps, keeper, gone)
  return answer
}

export const signServiceOrder = (
  { store }: ServiceDeps,
  keeper: Keeper,
  id: ServiceOrderId,
  { number, signedOn }: { readonly number: string; readonly signedOn: string },
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const before = await readRegister(tx, now)
    const order = before.orders.find((one) => one.id === id)
    if (!order) return no('not_found')
    if (order.number !== null) return no('not_now')
    const power = before.files.some((file) => file.owner === id && file.purpose === 'power')
    const refused = refuseSigning(ruled(order), power, signedOn, before.today)
    if (refused === 'signer_no_power' || refused === 'power_later' || refused === 'order_in_future')
      return no(refused)
    const signed = { ...order, number, signedOn }
    const register = {
      ...before,
      orders: before.orders.map((one) => (one.id === id ? signed : one)),
    }
    const listed = new Set<ServiceId>(order.services.map((one) => one.id))
    const services = register.services.filter((each) => listed.has(each.id))
    const situation = (one: StoredService) => situationOf(register, one, { order: id })
    const unready = services.filter(
      (one) => !decideService(one.state, 'order', 'director', situation(one), now).ok,
    )
    if (unready.length > 0)
      return { ...no('not_ready_to_order'), fields: unready.map(({ card }) => card.name) }
    await tx.services.saveOrder(signed, keeper.account, now)
    await tx.audit(entry(keeper, now, 'order_signed', id, { number, signedOn, authorised: order.authorised }))
    for (const one of services) {
      // What lacks nothing is in use from the order on; the rest waits for what its card says.
      const { ok } = decideService('ordered', 'activate', 'tech_responsible', situation(one), now)
      const state = ok ? 'active' : 'ordered'
      await tx.services.save({ ...one, state, order: id, reason: null, changedAt: now })
      await tx.audit(entry(keeper, now, 'ordered', one.id, { order: id, from: one.state, to: state }))
    }
    return { ok: true as const, body: await registerView(tx, now) }
  })
