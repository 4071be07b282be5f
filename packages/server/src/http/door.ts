// The door over HTTP: pictures come in and go out as bytes, everything else as JSON.
import type { beginningRoutes } from '@ochno/contract/controls'
import type { doorRoutes } from '@ochno/contract/door'
import { PICTURE_BYTES } from '@ochno/domain/identity/picture'
import type { FastifyReply } from 'fastify'
import { readBeginning, viewBeginning } from '../features/door/beginning.ts'
import type { Asker, DoorDeps } from '../features/door/deps.ts'
import {
  decideAtDoor,
  readDoorCase,
  readDoorQueue,
  viewDoorFrame,
  viewEvidence,
} from '../features/door/judge-case.ts'
import { recordExternal, unbindOwner } from '../features/door/owner-and-provider.ts'
import {
  acknowledgeStep,
  comeToDoor,
  readDoor,
  sendDoorFrame,
  showStep,
  tryDoorAgain,
} from '../features/door/pass-door.ts'
import { listDoorToday, listOwners } from '../features/door/staff-lists.ts'
import type { EvidenceId } from '../ports/door.ts'
import { fromOwnPage } from './guard.ts'
import { readOctets } from './octets.ts'
import type { Actor, Handlers } from './seam.ts'

const askerOf = ({ actor, ip }: { readonly actor: Actor; readonly ip: string }): Asker => ({ ...actor, ip })

/** T-33 */
async function send(reply: FastifyReply, kind: string, bytes: Uint8Array): Promise<void> {
  reply
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .header('content-type', kind)
    .header('content-disposition', 'attachment')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
  await reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

export const doorHandlers = (deps: DoorDeps): Handlers<typeof doorRoutes> => ({
  readDoor: (context, { params }) => readDoor(deps, askerOf(context), params.sid, context.now),

  async showStep(context, { params, query }, { request }) {
    const body = await readOctets(request, PICTURE_BYTES)
    if (!('bytes' in body)) return body
    const shown = {
      session: params.sid,
      step: params.step,
      part: query.part,
      document: query.document ?? null,
      bytes: body.bytes,
    }
    return showStep(deps, askerOf(context), shown, context.now)
  },

  acknowledgeStep: (context, { params }) =>
    acknowledgeStep(deps, askerOf(context), params.sid, params.step, context.now),
  comeToDoor: (context, { params }) => comeToDoor(deps, askerOf(context), params.sid, context.now),
  tryDoorAgain: (context, { params }) => tryDoorAgain(deps, askerOf(context), params.sid, context.now),

  async sendDoorFrame(context, { params }, { request }) {
    const body = await readOctets(request, PICTURE_BYTES)
    if (!('bytes' in body)) return body
    return sendDoorFrame(deps, askerOf(context), params.sid, body.bytes)
  },

  readDoorQueue: async (context) => ({
    ok: true,
    body: await readDoorQueue(deps, askerOf(context), context.now),
  }),
  readDoorCase: (context, { params }) => readDoorCase(deps, askerOf(context), params.sid, context.now),

  async viewEvidence(context, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const ask = { session: params.sid, evidence: params.evidence as EvidenceId }
    const seen = await viewEvidence(deps, askerOf(context), ask, context.now)
    if (!seen.ok) return seen
    await send(reply, seen.kind, seen.bytes)
    return undefined
  },

  async viewDoorFrame(context, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const seen = await viewDoorFrame(deps, askerOf(context), params.sid, context.now)
    if (!seen.ok) return seen
    await send(reply, seen.kind, seen.bytes)
    return undefined
  },

  decideAtDoor: (context, { params, body }) =>
    decideAtDoor(deps, askerOf(context), params.sid, body, context.now),
  listDoorToday: async (context) => ({
    ok: true,
    body: await listDoorToday(deps, askerOf(context), context.now),
  }),
  listOwners: async (context, { query }) => ({
    ok: true,
    body: await listOwners(deps, askerOf(context), query.find ?? ''),
  }),
  recordExternal: (context, { params, body }) =>
    recordExternal(
      deps,
      askerOf(context),
      params.sid,
      body.result === 'asked' ? { ...body, transaction: null } : body,
      context.now,
    ),
  unbindOwner: (context, { params, body }) =>
    unbindOwner(deps, askerOf(context), params.id, body.ground, context.now),
})

export const beginningHandlers = (deps: DoorDeps): Handlers<typeof beginningRoutes> => ({
  readBeginning: (context, { params }) => readBeginning(deps, askerOf(context), params.rid),

  async viewBeginning(context, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const ask = { review: params.rid, evidence: params.evidence as EvidenceId }
    const seen = await viewBeginning(deps, askerOf(context), ask)
    if (!seen.ok) return seen
    await send(reply, 'image/jpeg', seen.bytes)
    return undefined
  },
})
