import type { accommodationRoutes } from '@ochno/contract/accommodations'
import { SCAN_BYTES } from '@ochno/domain/consent/scan'
import type { GroupId } from '@ochno/domain/ids'
import { ask, listMine, readGround, sendGround } from '../features/accommodations/ask.ts'
import { decide, listAll, readConditions, setGrade } from '../features/accommodations/decide.ts'
import type { AccommodationDeps } from '../features/accommodations/deps.ts'
import type { AccommodationId } from '../ports/accommodations.ts'
import { fromOwnPage } from './guard.ts'
import { readOctets } from './octets.ts'
import { askedPage } from '../ports/paging.ts'
import type { Handlers } from './seam.ts'

/** The contract has checked its shape. */
const idOf = (acm: string) => acm as AccommodationId
const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

export const accommodationHandlers = (deps: AccommodationDeps): Handlers<typeof accommodationRoutes> => ({
  listMyAccommodations: async ({ actor, now }) => ({ ok: true, body: await listMine(deps, actor, now) }),
  askAccommodation: ({ actor, now }, { body }) => ask(deps, actor, body, now),

  async sendGround({ actor, now }, { params }, { request }) {
    const body = await readOctets(request, SCAN_BYTES)
    return 'bytes' in body ? sendGround(deps, actor, idOf(params.acm), body.bytes, now) : body
  },

  async readGround({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const ground = await readGround(deps, actor, idOf(params.acm), now)
    if (!ground.ok) return ground
    reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-type', ground.kind)
      .header('content-disposition', `attachment; filename="ground.${extensions[ground.kind]}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'same-origin')
    await reply.send(Buffer.from(ground.bytes))
    return undefined
  },

  listAccommodations: ({ actor }, { query }) =>
    listAll(deps, actor, query.find?.trim() ?? '', askedPage(query)),
  decideAccommodation: ({ actor, now }, { params, body }) => decide(deps, actor, idOf(params.acm), body, now),
  setGrade: ({ actor, now }, { params, body }) =>
    setGrade(deps, actor, params.gid as GroupId, body.grade, now),
  readConditions: ({ actor, now }, { params }) => readConditions(deps, actor, params.sid, now),
})
