// Rules of use: published edition by edition, read and acknowledged before the first use, and who did it when (000 3.3, 4.2, 5.2).
import type { CatalogueService } from '@ochno/contract/service-catalogue'
import type { Role } from '@ochno/domain/access/table'
import type { TenantId } from '@ochno/domain/ids'
import { isInUse, isMandatory } from '@ochno/domain/services/decide'
import { isForeign, offeredTo } from '@ochno/domain/services/origin'
import { proctoringSoftware } from '@ochno/domain/services/software'
import { audiencesOf, isFor, mayOpen } from '@ochno/domain/services/use'
import type { Instant } from '@ochno/domain/time'
import type { ServiceId, StoredService } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type Keeper, no, type ServiceDeps } from './deps.ts'
import { shown } from './keep.ts'
import {
  readRegister,
  type Register,
  registryDemanded,
  rulesView,
  settingView,
  situationOf,
} from './register.ts'

export const publishRules = (
  { store }: ServiceDeps,
  keeper: Keeper,
  id: ServiceId,
  given: { readonly text: string; readonly requirements: string; readonly protection: string },
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    if (!(await tx.services.find(id))) return no('not_found')
    const version = ((await tx.services.rules()).get(id)?.version ?? 0) + 1
    await tx.services.publishRules(id, { ...given, version, at: now, by: { id: keeper.account, name: '' } })
    await tx.audit(entry(keeper, now, 'rules', id, { version, ...given }))
    return shown(tx, id, now)
  })

export const listAcknowledgements = ({ store }: ServiceDeps, tenant: TenantId, id: ServiceId) =>
  store.inTenant(tenant, async (tx) => {
    if (!(await tx.services.find(id))) return no('not_found')
    const rows = (await tx.services.acknowledgements(id)).map(({ person, version, at }) => ({
      person: { ...person },
      version,
      at: at.toString(),
    }))
    return { ok: true as const, body: { rows } }
  })

function catalogueView(
  register: Register,
  one: StoredService,
  acknowledged: number | null,
  roles: readonly Role[],
): CatalogueService {
  const { card } = one
  const rules = register.rules.get(one.id)
  return {
    id: one.id,
    name: card.name,
    families: [...card.families],
    kind: card.kind,
    modes: [...card.modes],
    note: card.note,
    mandatory: isMandatory(one.state),
    foreign: isForeign(card),
    exchange: card.exchange,
    first: card.parentsDefault && audiencesOf(roles).includes('parent'),
    rules: rules ? rulesView(rules) : null,
    acknowledged,
    address: mayOpen(rules?.version ?? null, acknowledged) ? card.address : null,
    hasAddress: card.address !== null,
  }
}

const inUse = (register: Register, roles: readonly Role[]) =>
  register.services.filter((one) => isFor(one.card, roles) && isInUse(one.state, situationOf(register, one)))

const lastAcknowledged = async (tx: Tx, keeper: Keeper) => tx.services.acknowledgedBy(keeper.account)

/** Nothing is approved by hand: whoever can sign in sees the services of their role (002 п. 15). */
export const readCatalogue = ({ store }: ServiceDeps, keeper: Keeper, now: Instant) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const register = await readRegister(tx, now)
    const mine = inUse(register, keeper.roles)
    const byId = new Map(mine.map((one) => [one.card, one]))
    const ordered = audiencesOf(keeper.roles).flatMap((audience) =>
      offeredTo(
        mine.map(({ card }) => card),
        audience,
      ).flatMap((card) => byId.get(card) ?? []),
    )
    const acknowledged = await lastAcknowledged(tx, keeper)
    return {
      services: [...new Set(ordered)].map((one) =>
        catalogueView(register, one, acknowledged.get(one.id) ?? null, keeper.roles),
      ),
      accounts: settingView(register).accounts,
    }
  })

export const acknowledgeRules = (
  { store }: ServiceDeps,
  keeper: Keeper,
  id: ServiceId,
  version: number,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const register = await readRegister(tx, now)
    const one = inUse(register, keeper.roles).find((each) => each.id === id)
    if (!one) return no('not_found')
    if (register.rules.get(id)?.version !== version) return no('rules_changed')
    await tx.services.acknowledge(id, version, keeper.account, now)
    await tx.audit(entry(keeper, now, 'acknowledge', id, { version }))
    const acknowledged = (await lastAcknowledged(tx, keeper)).get(id) ?? null
    return { ok: true as const, body: catalogueView(register, one, acknowledged, keeper.roles) }
  })

export const readProctoringSoftware = ({ store }: ServiceDeps, tenant: TenantId, now: Instant) =>
  store.inTenant(tenant, async (tx) => {
    const register = await readRegister(tx, now)
    const kept = register.services.filter(({ state }) => state !== 'retired')
    const { unknown, missing } = proctoringSoftware(kept.map(({ card }) => card))
    return { demanded: registryDemanded(register), unknown, missing: [...missing] }
  })
