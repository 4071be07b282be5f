// The catalogue of services everybody opens.
import { entryKinds, interactionModes, serviceFamilies } from '@ochno/domain/services/card'
import { z } from 'zod'
import { moment } from './ids.ts'
import type { Route } from './route.ts'
import { params, serviceId } from './service-parts.ts'
import { settings } from './service-settings.ts'

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
