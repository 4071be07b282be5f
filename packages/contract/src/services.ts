// The register of services of the institution (000, 002): its entries, their way into use, its settings.
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
import { line, moment, paragraphs } from './ids.ts'
import { fileRefusals, type Route } from './route.ts'
import { day, file, params, person, serviceId, serviceOrderView, set } from './service-parts.ts'
import { settings, webAddress } from './service-settings.ts'

const text = (max: number) => line(max).or(z.literal(''))

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
  refusals: fileRefusals,
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
