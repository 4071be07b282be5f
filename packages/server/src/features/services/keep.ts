// Whoever keeps the register enters services, fills their cards and moves them along SM-8.
import type { ServiceCardGiven } from '@ochno/contract/services'
import type { TenantId } from '@ochno/domain/ids'
import type { ServiceCommand } from '@ochno/domain/lifecycle/service'
import type { Party } from '@ochno/domain/lifecycle/machine'
import { decideService } from '@ochno/domain/services/decide'
import { isOtherContract } from '@ochno/domain/services/ground'
import { refuseChannel } from '@ochno/domain/services/origin'
import { seeds, seedsOf } from '@ochno/domain/services/seeds'
import type { Instant } from '@ochno/domain/time'
import type { ServiceId, StoredService } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type FileDeps, type Keeper, no, removeSealed, type ServiceDeps } from './deps.ts'
import { readRegister, registerView, serviceView, situationOf } from './register.ts'

export const readServiceRegister = ({ store }: ServiceDeps, tenant: TenantId, now: Instant) =>
  store.inTenant(tenant, (tx) => registerView(tx, now))

export const shown = async (tx: Tx, id: ServiceId, now: Instant) => {
  const register = await readRegister(tx, now)
  const one = register.services.find((each) => each.id === id)
  return one
    ? { ok: true as const, body: serviceView(register, one, await tx.services.acknowledgedCounts()) }
    : no('not_found')
}

const fresh = (
  { ids }: ServiceDeps,
  code: string | null,
  card: StoredService['card'],
  now: Instant,
): StoredService => ({
  id: ids.make<'srv'>('srv'),
  code,
  card,
  state: 'proposed',
  reason: null,
  order: null,
  changedAt: now,
})

export const fillRegister = (deps: ServiceDeps, keeper: Keeper, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const { act, services } = await readRegister(tx, now)
    if (!act) return no('no_act')
    const entered = new Set(services.map(({ code }) => code))
    const added: string[] = []
    // One of this name may be there as one's own: it stays.
    for (const { code, card } of seedsOf(act.policy.act))
      if (!entered.has(code) && (await tx.services.save(fresh(deps, code, card, now)))) added.push(code)
    await tx.audit(entry(keeper, now, 'fill', keeper.tenant, { act: act.id, added }))
    return { ok: true as const, body: await registerView(tx, now) }
  })

export const addService = (
  deps: ServiceDeps,
  keeper: Keeper,
  given:
    | { readonly from: 'known'; readonly code: string }
    | { readonly from: 'own'; readonly card: ServiceCardGiven },
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const seed = given.from === 'known' ? seeds.find(({ code }) => code === given.code) : null
    if (seed === undefined) return no('not_found')
    const card = given.from === 'own' ? given.card : (seed?.card ?? null)
    if (card === null) return no('not_found')
    const refused = given.from === 'own' ? refuseChannel(given.card) : null
    if (refused) return no(refused)
    const one = fresh(deps, seed?.code ?? null, card, now)
    if (seed && (await tx.services.list()).some(({ code }) => code === seed.code)) return no('service_taken')
    if (!(await tx.services.save(one))) return no('service_taken')
    await onlyDefault(tx, one)
    await tx.audit(entry(keeper, now, 'add', one.id, { card }))
    return { ok: true as const, body: { id: one.id } }
  })

/** Parents are offered one thing first. */
async function onlyDefault(tx: Tx, { id, card }: StoredService): Promise<void> {
  if (!card.parentsDefault) return
  for (const other of await tx.services.list())
    if (other.id !== id && other.card.parentsDefault)
      await tx.services.save({ ...other, card: { ...other.card, parentsDefault: false } })
}

type Removing = Pick<FileDeps, 'store' | 'objects'>

export async function changeService(
  deps: Removing,
  keeper: Keeper,
  id: ServiceId,
  card: ServiceCardGiven,
  now: Instant,
) {
  let gone: readonly string[] = []
  const answer = await deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const before = await tx.services.find(id)
    if (!before) return no('not_found')
    if (before.state === 'retired') return no('service_retired')
    const refused = refuseChannel(card)
    if (refused) return no(refused)
    const after = { ...before, card, changedAt: now }
    if (!(await tx.services.save(after))) return no('service_taken')
    await onlyDefault(tx, after)
    if (isOtherContract(before.card, card)) gone = await tx.services.removeFiles(id, 'contract')
    const filesRemoved = gone.length > 0 ? { filesRemoved: gone } : {}
    await tx.audit(entry(keeper, now, 'change', id, { before: before.card, after: card, ...filesRemoved }))
    return shown(tx, id, now)
  })
  await removeSealed(deps, keeper, gone)
  return answer
}

export async function removeService(deps: Removing, keeper: Keeper, id: ServiceId, now: Instant) {
  let gone: readonly string[] = []
  const answer = await deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const one = await tx.services.find(id)
    if (!one) return no('not_found')
    if (one.state !== 'proposed') return no('not_now')
    gone = await tx.services.removeFiles(id)
    await tx.services.remove(id)
    await tx.audit(entry(keeper, now, 'remove', id, { card: one.card, filesRemoved: gone }))
    return { ok: true as const, body: undefined }
  })
  await removeSealed(deps, keeper, gone)
  return answer
}

/** The administrator executes (SM-8); what the head decides he decides by an order. */
const by: Party = 'tech_responsible'

export const moveService = (
  { store }: ServiceDeps,
  keeper: Keeper,
  id: ServiceId,
  { command, reason }: { readonly command: ServiceCommand; readonly reason: string },
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const register = await readRegister(tx, now)
    const one = register.services.find((each) => each.id === id)
    if (!one) return no('not_found')
    const decided = decideService(one.state, command, by, situationOf(register, one, { reason }), now)
    if (!decided.ok) return decided
    const { to, clause } = decided.event
    const kept = to === 'suspended' || to === 'retired' ? reason || one.reason : null
    await tx.services.save({ ...one, state: to, reason: kept, changedAt: now })
    await tx.audit(entry(keeper, now, command, id, { from: one.state, to, clause, reason }))
    return shown(tx, id, now)
  })
