// The orders that bring services into use, and the papers of both.
import { z } from 'zod'
import { accountId, line } from './ids.ts'
import { fileRefusals, type Route } from './route.ts'
import { day, params, serviceId, serviceOrderId, signer } from './service-parts.ts'
import { registerView } from './services.ts'

const orderParams = z.strictObject({ sod: serviceOrderId })
const paperQuery = z.strictObject({ as: z.enum(['pdf', 'docx']) })

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
  refusals: fileRefusals,
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
