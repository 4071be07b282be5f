// The register as it stands today: every card with what it still lacks, and the facts all decisions are made from.
import type { RegisterView, ServiceView } from '@ochno/contract/services'
import type { ServiceCommand, ServiceState } from '@ochno/domain/lifecycle/service'
import { service } from '@ochno/domain/lifecycle/service'
import { settingOf } from '@ochno/domain/policy/act-policy'
import type { FilePurpose } from '@ochno/domain/services/card'
import { isInUse, isMandatory, lacksOf, type Situation } from '@ochno/domain/services/decide'
import { contractOver } from '@ochno/domain/services/ground'
import { isForeign, lacksRegistry } from '@ochno/domain/services/origin'
import { prohibitedBy } from '@ochno/domain/services/prohibited'
import { seeds, type SeedAct, seedsOf } from '@ochno/domain/services/seeds'
import type { Instant } from '@ochno/domain/time'
import type {
  RulesEdition,
  ServiceFile,
  ServiceOrderId,
  StoredService,
  StoredServiceOrder,
} from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'

export async function readRegister(tx: Tx, now: Instant) {
  const { zone } = await tx.institutions.own()
  const services = await tx.services.list()
  const files = await tx.services.files()
  return {
    today: now.toZonedDateTimeISO(zone).toPlainDate().toString(),
    act: (await tx.acts.list()).find(({ state }) => state === 'effective') ?? null,
    services,
    files,
    rules: await tx.services.rules(),
    orders: await tx.services.orders(),
    setting: await tx.services.setting(),
  }
}
export type Register = Awaited<ReturnType<typeof readRegister>>

const purposesOf = (files: readonly ServiceFile[], owner: string): ReadonlySet<FilePurpose> =>
  new Set(files.flatMap((file) => (file.owner === owner && file.purpose !== 'power' ? [file.purpose] : [])))

/** 004 1.3 asks for it; the letters named by 000 and 002 only recommend. */
export const registryDemanded = ({ act }: Pick<Register, 'act'>): boolean => {
  const said = act && settingOf(act.policy, 'service.russian_registry')
  return said !== null && said.state !== 'open' && said.value === 'required'
}

export function situationOf(
  register: Register,
  one: StoredService,
  {
    order = one.order,
    reason = '',
  }: { readonly order?: ServiceOrderId | null; readonly reason?: string } = {},
): Situation {
  const signed = order === null ? null : register.orders.find(({ id }) => id === order)
  return {
    card: one.card,
    files: purposesOf(register.files, one.id),
    today: register.today,
    prohibited: register.setting.prohibited,
    registryDemanded: registryDemanded(register),
    rulesPublished: register.rules.has(one.id),
    familiesOff: new Set(register.setting.off),
    order: {
      lists: signed?.services.some(({ id }) => id === one.id) === true && signed.signedOn !== null,
      // An order can not be prepared without both (R2-12b, R2-12c).
      responsibles: signed !== undefined && signed !== null,
    },
    reason,
  }
}

const shownCommands = (state: ServiceState): ServiceCommand[] =>
  service.moves.flatMap(({ from, on }) => (from.includes(state) && on !== 'order' ? [on] : []))

export const filesOf = (files: readonly ServiceFile[], owner: string) =>
  Object.fromEntries(
    files
      .filter((file) => file.owner === owner)
      .map(({ purpose, kind, bytes, at }) => [purpose, { kind, bytes, at: at.toString() }]),
  )

export const rulesView = ({ version, text, requirements, protection, at, by }: RulesEdition) => ({
  version,
  text,
  requirements,
  protection,
  at: at.toString(),
  by: by.name,
})

function warningsOf(register: Register, { card, state }: StoredService): ServiceView['warnings'] {
  const overdue = Object.values(card.checks).some(
    (check) => check !== undefined && check.next < register.today,
  )
  const warnings: ServiceView['warnings'] = []
  if (isForeign(card)) warnings.push('foreign')
  if (lacksRegistry(card) && card.families.some((family) => family !== 'state')) warnings.push('no_registry')
  if (overdue && state !== 'retired') warnings.push('check_due')
  if (contractOver(card, register.today)) warnings.push('contract_over')
  if (prohibitedBy(card, register.setting.prohibited)) warnings.push('prohibited')
  return warnings
}

/** JSON of a card as the reply has it; what is kept is read-only. */
export const cardView = (card: StoredService['card']): ServiceView['card'] => ({
  ...card,
  families: [...card.families],
  modes: [...card.modes],
  audience: [...card.audience],
  origin: { ...card.origin, registry: card.origin.registry && { ...card.origin.registry } },
  contract: card.contract && { ...card.contract },
  agreement: card.agreement && { ...card.agreement },
  checks: { ...card.checks },
})

export function serviceView(
  register: Register,
  one: StoredService,
  acknowledged: ReadonlyMap<StoredService['id'], number>,
): ServiceView {
  const situation = situationOf(register, one)
  const inUse = isInUse(one.state, situation)
  const rules = register.rules.get(one.id)
  const order = register.orders.find(({ id }) => id === one.order)
  const seed = seeds.find(({ code }) => code === one.code)
  return {
    id: one.id,
    code: one.code,
    card: cardView(one.card),
    state: one.state,
    reason: one.reason,
    clauses: [...(seed?.acts[register.act?.policy.act as SeedAct] ?? [])],
    inUse,
    mandatory: isMandatory(one.state) && inUse,
    lacks: one.state === 'retired' ? [] : [...lacksOf(situation)],
    warnings: warningsOf(register, one),
    commands: shownCommands(one.state),
    files: filesOf(register.files, one.id),
    rules: rules ? rulesView(rules) : null,
    acknowledged: acknowledged.get(one.id) ?? 0,
    order: order?.number && order.signedOn ? { number: order.number, signedOn: order.signedOn } : null,
  }
}

const orderView = (register: Register, order: StoredServiceOrder): RegisterView['orders'][number] => ({
  id: order.id,
  number: order.number,
  signedOn: order.signedOn,
  services: order.services.map((one) => ({ ...one })),
  technical: { ...order.technical },
  organisational: { ...order.organisational },
  signer: { ...order.signer, power: order.signer.power && { ...order.signer.power } },
  authorised: order.authorised,
  powerFile: filesOf(register.files, order.id).power ?? null,
})

export const settingView = ({
  setting: { off, prohibited, accounts },
}: Register): RegisterView['settings'] => ({
  off: [...off],
  prohibited: prohibited.map((one) => ({ ...one })),
  accounts: accounts && { ...accounts },
})

export async function registerView(tx: Tx, now: Instant): Promise<RegisterView> {
  const register = await readRegister(tx, now)
  const acknowledged = await tx.services.acknowledgedCounts()
  const entered = new Set(register.services.map(({ code }) => code))
  return {
    today: register.today,
    act: register.act && { preset: register.act.policy.act, title: register.act.card.title },
    notEntered: seedsOf(register.act?.policy.act ?? '').filter(({ code }) => !entered.has(code)).length,
    settings: settingView(register),
    services: register.services.map((one) => serviceView(register, one, acknowledged)),
    orders: register.orders.map((order) => orderView(register, order)),
    known: seeds
      .filter(({ code }) => !entered.has(code))
      .map(({ code, card }) => ({ code, name: card.name })),
  }
}
