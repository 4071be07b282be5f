import type { roomRoutes } from '@ochno/contract/rooms'
import { acknowledgeRules, listMyRooms, readMyRoom } from '../features/rooms/my-rooms.ts'
import {
  cancelRoom,
  changeRoom,
  createRoom,
  listRooms,
  type Planning,
  readRoom,
  renewLink,
} from '../features/rooms/plan-rooms.ts'
import type { Handlers } from './seam.ts'

export const roomHandlers = (deps: Planning): Handlers<typeof roomRoutes> => ({
  listRooms: async ({ actor, now }, { query }) => ({
    ok: true,
    body: await listRooms(deps, actor, query.past === 'yes', now),
  }),
  createRoom: ({ actor, now }, { body }) => createRoom(deps, actor, body, now),
  readRoom: ({ actor, now }, { params }) => readRoom(deps, actor, params.rom, now),
  changeRoom: ({ actor, now }, { params, body }) => changeRoom(deps, actor, params.rom, body, now),
  cancelRoom: ({ actor, now }, { params }) => cancelRoom(deps, actor, params.rom, now),
  renewRoomLink: ({ actor, now }, { params }) => renewLink(deps, actor, params.rom, params.id, now),
  listMyRooms: async ({ actor, now }) => ({ ok: true, body: await listMyRooms(deps, actor, now) }),
  readMyRoom: ({ actor, now }, { params }) => readMyRoom(deps, actor, params.lnk, now),
  acknowledgeRoomRules: ({ actor, now }, { params, body }) =>
    acknowledgeRules(deps, actor, { link: params.lnk, edition: body.edition }, now),
})
