// The register of services of the institution (000, 002), the orders that bring them into use, and the catalogue everybody opens.
import { commandsOf, statesOf } from '@ochno/domain/lifecycle/machine'
import { service } from '@ochno/domain/lifecycle/service'
import {
  audiences,
  criteria,
  entryKinds,
  filePurposes,
  interactionModes,
  serviceFamilies,
} from '@ochno/domain/services/card'
import { registerLacks } from '@ochno/domain/services/decide'
import { z } from 'zod'
import { accountId, line, moment, paragraphs } from './ids.ts'
import type { Route } from './route.ts'

const serviceId = z.string().regex(/^srv_[a-z2-7]{26}$/)
const serviceOrderId = z.string().regex(/^sod_[a-z2-7]{26}$/)
const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')
const text = (max: number) => line(max).or(z.literal(''))
/** Opened in another window, so nothing but the web. */
const webAddress = z.url({ protocol: /^https?$/ }).max(1000)
const set = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((given) => new Set(given).size === given.length)

const checked = z.strictObject({ ok: z.boolean(), by: line(200), on: day, next: day })

export const serviceCard = z.strictObject({
  name: line(200),
  families: set(serviceFamilies).min(1),
  kind: z.enum(entryKinds),
  /** A set: a messenger is both (R2-6); empty for a reference service. */
  modes: set(interactionModes),
  audience: set(audiences).min(1),
  address: webAddress.nullable(),
  note: text(500),
  rightHolder: text(300),
  own: z.boolean(),
  origin: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/),
    registry: z.strictObject({ number: line(100), on: day }).nullable(),
    override: line(500).nullable(),
  }),
  contract: z
    .strictObject({
      number: line(100),
      on: day,
      until: day.nullable(),
      security: text(1000),
      confidentiality: text(1000),
      support: text(1000),
      personalAccounts: z.boolean(),
    })
    .nullable(),
  agreement: z
    .strictObject({ version: line(200), on: day, joinedBy: line(200), address: webAddress.nullable() })
    .nullable(),
  checks: z.partialRecord(z.enum(criteria), checked),
  exchange: z.boolean(),
  parentsDefault: z.boolean(),
})
export type ServiceCardGiven = z.output<typeof serviceCard>

export const serviceWarnings = ['foreign', 'no_registry', 'check_due', 'contract_over', 'prohibited'] as const

const file = z.object({ kind: z.string(), bytes: z.number(), at: moment })
const rulesEdition = z.object({
  version: z.number(),
  text: z.string(),
  requirements: z.string(),
  protection: z.string(),
  at: moment,
  by: z.string(),
})

export const serviceView = z.object({
  id: serviceId,
  code: z.string().nullable(),
  card: serviceCard,
  state: z.enum(statesOf(service)),
  /** Why it was suspended or taken out of use. */
  reason: z.string().nullable(),
  /** Clauses of the act that name it. */
  clauses: z.array(z.string()),
  inUse: z.boolean(),
  mandatory: z.boolean(),
  lacks: z.array(z.enum(registerLacks)),
  warnings: z.array(z.enum(serviceWarnings)),
  /** What may be asked of it now; `order` is the order's. */
  commands: z.array(z.enum(commandsOf(service))),
  files: z.partialRecord(z.enum(filePurposes), file),
  rules: rulesEdition.nullable(),
  acknowledged: z.number(),
  order: z.object({ number: z.string(), signedOn: day }).nullable(),
})
export type ServiceView = z.output<typeof serviceView>

const person = z.object({ id: accountId, name: z.string() })
const signer = z.strictObject({
  name: line(200),
  post: line(200),
  power: z.strictObject({ document: line(200), number: line(100), on: day }).nullable(),
})

export const serviceOrderView = z.object({
  id: serviceOrderId,
  number: z.string().nullable(),
  signedOn: day.nullable(),
  services: z.array(z.object({ id: serviceId, name: z.string() })),
  technical: person,
  organisational: person,
  signer,
  authorised: z.boolean(),
  powerFile: file.nullable(),
})
export type ServiceOrderView = z.output<typeof serviceOrderView>

const prohibited = z.strictObject({
  name: line(200),
  host: z
    .string()
    .max(253)
    .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/)
    .nullable(),
  ground: line(500),
})

const settings = z.strictObject({
  /** Families that are switched off here. */
  off: set(serviceFamilies),
  prohibited: z.array(prohibited).max(200),
  /** How an account is made, by which local act (R2-15c). */
  accounts: z
    .strictObject({ text: paragraphs(3000).min(1), act: line(300), address: webAddress.nullable() })
    .nullable(),
})
export type ServiceSettings = z.output<typeof settings>

export const registerView = z.object({
  today: day,
  /** The act in force; null while there is none. */
  act: z.object({ preset: z.string(), title: z.string() }).nullable(),
  /** Services the act names that are not entered yet. */
  notEntered: z.number(),
  settings,
  services: z.array(serviceView),
  orders: z.array(serviceOrderView),
  /** Known services that may be entered with one press. */
  known: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type RegisterView = z.output<typeof registerView>

const params = z.strictObject({ srv: serviceId })
const orderParams = z.strictObject({ sod: serviceOrderId })
const paperQuery = z.strictObject({ as: z.enum(['pdf', 'docx']) })
const cardRefusals = ['service_taken', 'not_for_parents', 'foreign_default', 'no_accounts'] as const

export const readServiceRegister = {
  method: 'GET',
  path: '/api/services/register',
  can: 'institution.read',
  reply: registerView,
  refusals: [],
  summary: 'The register of services with what each still lacks, the orders and the settings',
} as const satisfies Route

export const fillServiceRegister = {
  method: 'POST',
  path: '/api/services/register/fill',
  can: 'institution.manage',
  reply: registerView,
  refusals: ['no_act'],
  summary: 'Enter the services the act in force names; those entered before stay as they are',
} as const satisfies Route

export const addService = {
  method: 'POST',
  path: '/api/services',
  can: 'institution.manage',
  body: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('known'), code: z.string().max(50) }),
    z.strictObject({ from: z.literal('own'), card: serviceCard }),
  ]),
  reply: z.object({ id: serviceId }),
  refusals: ['not_found', ...cardRefusals],
  summary: 'Enter a service: a known one, or one of one’s own («и другие», 002 п. 5)',
} as const satisfies Route

export const changeService = {
  method: 'PUT',
  path: '/api/services/:srv',
  can: 'institution.manage',
  params,
  body: serviceCard,
  reply: serviceView,
  refusals: ['not_found', 'service_retired', ...cardRefusals],
  summary: 'Change the card of a service: ground, origin, confirmations, whom it is for',
} as const satisfies Route

export const removeService = {
  method: 'DELETE',
  path: '/api/services/:srv',
  can: 'institution.manage',
  params,
  reply: 'none',
  refusals: ['not_found', 'not_now'],
  summary: 'Take an entry away that was never checked nor used',
} as const satisfies Route

export const moveService = {
  method: 'POST',
  path: '/api/services/:srv/moves',
  can: 'institution.manage',
  params,
  body: z.strictObject({
    command: z.enum(['check', 'conclude', 'activate', 'suspend', 'resume', 'retire']),
    reason: text(500),
  }),
  reply: serviceView,
  refusals: [
    'not_found',
    'not_now',
    'not_yours',
    'personal_data',
    'prohibited',
    'not_in_registry',
    'no_contract',
    'section_empty',
    'not_ordered',
    'no_responsible',
    'no_reason',
    'foreign_unexplained',
    'criteria_open',
    'no_rules',
    'family_off',
  ],
  summary: 'Move a service along SM-8; into use only with a ground and an order',
} as const satisfies Route

const fileParams = z.strictObject({ srv: serviceId, purpose: z.enum(filePurposes) })

export const sendServiceFile = {
  method: 'PUT',
  path: '/api/services/:srv/files/:purpose',
  can: 'institution.manage',
  params: fileParams,
  body: 'octets',
  upload: 'paper',
  reply: serviceView,
  refusals: ['not_found', 'not_a_scan', 'too_large', 'disk'],
  summary:
    'The contract, the agreement or the evidence of a check: PDF, JPEG or PNG, at most 10 MiB, kept sealed',
} as const satisfies Route

export const readServiceFile = {
  method: 'GET',
  path: '/api/services/:srv/files/:purpose',
  can: 'institution.read',
  params: fileParams,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'journal_unavailable'],
  summary: 'That file; the journal has the row before the first byte',
} as const satisfies Route

export const publishServiceRules = {
  method: 'POST',
  path: '/api/services/:srv/rules',
  can: 'institution.manage',
  params,
  body: z.strictObject({
    text: paragraphs(8000).min(1),
    requirements: paragraphs(3000).min(1),
    protection: paragraphs(3000).min(1),
  }),
  reply: serviceView,
  refusals: ['not_found'],
  summary: 'A new edition of the rules of use; everybody reads it before the next use',
} as const satisfies Route

export const listAcknowledgements = {
  method: 'GET',
  path: '/api/services/:srv/acknowledgements',
  can: 'institution.read',
  params,
  reply: z.object({
    rows: z.array(z.object({ person, version: z.number(), at: moment })),
  }),
  refusals: ['not_found'],
  summary: 'Who read the rules of a service, which edition, when (R0-5.2)',
} as const satisfies Route

export const saveServiceSettings = {
  method: 'PUT',
  path: '/api/services/settings',
  can: 'institution.manage',
  body: settings,
  reply: registerView,
  refusals: [],
  summary: 'Families switched off, prohibited systems (what matches is suspended), how accounts are made',
} as const satisfies Route

export const addServiceOrder = {
  method: 'POST',
  path: '/api/services/orders',
  can: 'institution.manage',
  body: z.strictObject({
    services: z.array(serviceId).min(1).max(100),
    technical: accountId,
    organisational: accountId,
    signer,
    authorised: z.boolean(),
  }),
  reply: z.object({ id: serviceOrderId }),
  refusals: ['not_found', 'not_staff', 'not_ready_to_order', 'signer_no_power'],
  /** `not_ready_to_order` names the services in `fields`. */
  summary: 'Prepare the order on the use of services (R2-12a)',
} as const satisfies Route

export const sendOrderPower = {
  method: 'PUT',
  path: '/api/services/orders/:sod/power',
  can: 'institution.manage',
  params: orderParams,
  body: 'octets',
  upload: 'paper',
  reply: z.object({ id: serviceOrderId }),
  refusals: ['not_found', 'not_now', 'not_a_scan', 'too_large', 'disk'],
  summary: 'The document that authorises the person who signs for the head',
} as const satisfies Route

export const readOrderPower = {
  method: 'GET',
  path: '/api/services/orders/:sod/power',
  can: 'institution.read',
  params: orderParams,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'journal_unavailable'],
  summary: 'That document; the journal has the row before the first byte',
} as const satisfies Route

export const signServiceOrder = {
  method: 'POST',
  path: '/api/services/orders/:sod/sign',
  can: 'institution.manage',
  stepUp: true,
  params: orderParams,
  body: z.strictObject({ number: line(100), signedOn: day }),
  reply: registerView,
  refusals: [
    'not_found',
    'not_now',
    'signer_no_power',
    'power_later',
    'order_in_future',
    'not_ready_to_order',
  ],
  summary: 'Enter number and day of the signed order: its services come into use and bind everybody (R2-12d)',
} as const satisfies Route

export const removeServiceOrder = {
  method: 'DELETE',
  path: '/api/services/orders/:sod',
  can: 'institution.manage',
  params: orderParams,
  reply: 'none',
  refusals: ['not_found', 'not_now'],
  summary: 'Take a prepared order away that was not signed',
} as const satisfies Route

export const catalogueService = z.object({
  id: serviceId,
  name: z.string(),
  families: z.array(z.enum(serviceFamilies)),
  kind: z.enum(entryKinds),
  modes: z.array(z.enum(interactionModes)),
  note: z.string(),
  mandatory: z.boolean(),
  foreign: z.boolean(),
  exchange: z.boolean(),
  /** What parents are offered first. */
  first: z.boolean(),
  rules: z
    .object({
      version: z.number(),
      text: z.string(),
      requirements: z.string(),
      protection: z.string(),
      at: moment,
    })
    .nullable(),
  acknowledged: z.number().nullable(),
  /** Null until the rules in force are acknowledged, and where it has no address. */
  address: z.string().nullable(),
  hasAddress: z.boolean(),
})
export type CatalogueService = z.output<typeof catalogueService>

export const readCatalogue = {
  method: 'GET',
  path: '/api/services',
  can: 'account.self',
  reply: z.object({
    services: z.array(catalogueService),
    accounts: settings.shape.accounts,
  }),
  refusals: [],
  summary: 'The services of one’s role, in use now, from one page (R2-4)',
} as const satisfies Route

export const acknowledgeRules = {
  method: 'POST',
  path: '/api/services/:srv/acknowledge',
  can: 'account.self',
  params,
  body: z.strictObject({ version: z.number().int().positive() }),
  reply: catalogueService,
  refusals: ['not_found', 'rules_changed'],
  summary: 'One has read the rules of use of a service in this edition',
} as const satisfies Route

export const readProctoringSoftware = {
  method: 'GET',
  path: '/api/services/proctoring-software',
  can: 'exam.manage',
  reply: z.object({
    /** The act in force asks for the register of Russian programmes (004 1.3). */
    demanded: z.boolean(),
    unknown: z.boolean(),
    missing: z.array(z.string()),
  }),
  refusals: [],
  summary: 'Components of the proctoring system without a number of the register of Russian programmes',
} as const satisfies Route

export const serviceRoutes = {
  readServiceRegister,
  fillServiceRegister,
  addService,
  changeService,
  removeService,
  moveService,
  sendServiceFile,
  readServiceFile,
  publishServiceRules,
  listAcknowledgements,
  saveServiceSettings,
  addServiceOrder,
  sendOrderPower,
  readOrderPower,
  signServiceOrder,
  removeServiceOrder,
  readCatalogue,
  acknowledgeRules,
  readProctoringSoftware,
} as const

export const printServiceOrder = {
  method: 'GET',
  path: '/api/services/orders/:sod/paper',
  can: 'institution.read',
  params: orderParams,
  query: paperQuery,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'busy', 'print_failed', 'paper_lacks'],
  summary: 'F-002-1: the order on the use of services',
} as const satisfies Route

export const printServiceCard = {
  method: 'GET',
  path: '/api/services/:srv/paper',
  can: 'institution.read',
  params,
  query: paperQuery,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'busy', 'print_failed', 'paper_lacks'],
  summary: 'F-000-4: the card of the contract with the supplier',
} as const satisfies Route

export const servicePaperRoutes = { printServiceOrder, printServiceCard } as const
