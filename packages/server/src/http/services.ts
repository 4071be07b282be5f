import type { servicePaperRoutes } from '@ochno/contract/service-orders'
import type { serviceRoutes } from '@ochno/contract/service-routes'
import { SCAN_BYTES, type ScanKind } from '@ochno/domain/consent/scan'
import type { FastifyReply } from 'fastify'
import type { FileDeps } from '../features/services/deps.ts'
import { readFile, sendOrderPower, sendServiceFile } from '../features/services/files.ts'
import {
  addService,
  changeService,
  fillRegister,
  moveService,
  readServiceRegister,
  removeService,
} from '../features/services/keep.ts'
import { addServiceOrder, removeServiceOrder, signServiceOrder } from '../features/services/orders.ts'
import { type PaperDeps, printServiceCard, printServiceOrder } from '../features/services/papers.ts'
import {
  acknowledgeRules,
  listAcknowledgements,
  publishRules,
  readCatalogue,
  readProctoringSoftware,
} from '../features/services/rules.ts'
import { saveSettings } from '../features/services/suspend.ts'
import type { ServiceId, ServiceOrderId } from '../ports/services.ts'
import { fromOwnPage } from './guard.ts'
import { readOctets } from './octets.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

/** The contract has checked their shape. */
const serviceOf = (srv: string) => srv as ServiceId
const orderOf = (sod: string) => sod as ServiceOrderId
const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

async function sendKept(
  reply: FastifyReply,
  { kind, bytes }: { readonly kind: ScanKind; readonly bytes: Uint8Array },
  name: string,
): Promise<undefined> {
  reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', kind)
    .header('content-disposition', `attachment; filename="${name}.${extensions[kind]}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
  await reply.send(Buffer.from(bytes))
  return undefined
}

export const serviceHandlers = (deps: FileDeps): Handlers<typeof serviceRoutes> => ({
  readServiceRegister: async ({ actor, now }) => ({
    ok: true,
    body: await readServiceRegister(deps, actor.tenant, now),
  }),
  fillServiceRegister: ({ actor, now }) => fillRegister(deps, actor, now),
  addService: ({ actor, now }, { body }) => addService(deps, actor, body, now),
  changeService: ({ actor, now }, { params, body }) =>
    changeService(deps, actor, serviceOf(params.srv), body, now),
  removeService: ({ actor, now }, { params }) => removeService(deps, actor, serviceOf(params.srv), now),
  moveService: ({ actor, now }, { params, body }) =>
    moveService(deps, actor, serviceOf(params.srv), body, now),

  async sendServiceFile({ actor, now }, { params }, { request }) {
    const body = await readOctets(request, SCAN_BYTES)
    if (!('bytes' in body)) return body
    return sendServiceFile(
      deps,
      actor,
      { id: serviceOf(params.srv), purpose: params.purpose },
      body.bytes,
      now,
    )
  },

  async readServiceFile({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await readFile(deps, actor, { owner: params.srv, purpose: params.purpose }, now)
    return file.ok ? sendKept(reply, file, params.purpose) : file
  },

  publishServiceRules: ({ actor, now }, { params, body }) =>
    publishRules(deps, actor, serviceOf(params.srv), body, now),
  listAcknowledgements: ({ actor }, { params }) =>
    listAcknowledgements(deps, actor.tenant, serviceOf(params.srv)),
  saveServiceSettings: ({ actor, now }, { body }) => saveSettings(deps, actor, body, now),
  addServiceOrder: ({ actor, now }, { body }) => addServiceOrder(deps, actor, body, now),

  async sendOrderPower({ actor, now }, { params }, { request }) {
    const body = await readOctets(request, SCAN_BYTES)
    return 'bytes' in body ? sendOrderPower(deps, actor, orderOf(params.sod), body.bytes, now) : body
  },

  async readOrderPower({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await readFile(deps, actor, { owner: params.sod, purpose: 'power' }, now)
    return file.ok ? sendKept(reply, file, 'power') : file
  },

  signServiceOrder: ({ actor, now }, { params, body }) =>
    signServiceOrder(deps, actor, orderOf(params.sod), body, now),
  removeServiceOrder: ({ actor, now }, { params }) =>
    removeServiceOrder(deps, actor, orderOf(params.sod), now),
  readCatalogue: async ({ actor, now }) => ({ ok: true, body: await readCatalogue(deps, actor, now) }),
  acknowledgeRules: ({ actor, now }, { params, body }) =>
    acknowledgeRules(deps, actor, serviceOf(params.srv), body.version, now),
  readProctoringSoftware: async ({ actor, now }) => ({
    ok: true,
    body: await readProctoringSoftware(deps, actor.tenant, now),
  }),
})

export const servicePaperHandlers = (deps: PaperDeps): Handlers<typeof servicePaperRoutes> => ({
  printServiceOrder: async ({ actor, now }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await printServiceOrder(deps, actor.tenant, orderOf(params.sod), query.as, now)
    return file.ok ? sendFile(reply, { ...file, as: query.as, plain: 'paper' }) : file
  },
  printServiceCard: async ({ actor, now }, { params, query }, { request, reply }) => {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await printServiceCard(deps, actor.tenant, serviceOf(params.srv), query.as, now)
    return file.ok ? sendFile(reply, { ...file, as: query.as, plain: 'paper' }) : file
  },
})
