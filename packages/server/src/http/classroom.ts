import type { classroomRoutes } from '@ochno/contract/classroom'
import type { SessionDeps } from '../features/sessions/deps.ts'
import {
  beginInRoom,
  handInInRoom,
  noteArrival,
  noteIdentity,
  readRoom,
} from '../features/sessions/in-the-room.ts'
import type { Handlers } from './seam.ts'

export const classroomHandlers = (deps: SessionDeps): Handlers<typeof classroomRoutes> => ({
  readRoom: async ({ actor, now }) => ({ ok: true, body: await readRoom(deps, actor, now) }),
  noteArrival: ({ actor, now }, { params }) => noteArrival(deps, actor, params.sid, now),
  noteIdentity: ({ actor, now }, { params, body }) => noteIdentity(deps, actor, params.sid, body, now),
  beginInRoom: ({ actor, now }, { params }) => beginInRoom(deps, actor, params.sid, now),
  handInInRoom: ({ actor, now }, { params }) => handInInRoom(deps, actor, params.sid, now),
})
