import type { workplaceRoutes } from '@ochno/contract/workplaces'
import {
  addWorkplace,
  bookWorkplace,
  changeWorkplace,
  listWorkplaces,
  refuseWorkplace,
  type WorkplaceDeps,
} from '../features/workplaces/manage.ts'
import { askWorkplace, giveUpWorkplace, readMyWorkplace } from '../features/workplaces/own.ts'
import type { Handlers } from './seam.ts'

export const workplaceHandlers = (deps: WorkplaceDeps): Handlers<typeof workplaceRoutes> => ({
  readMyWorkplace: ({ actor, now }, { params }) => readMyWorkplace(deps, actor, params.sid, now),
  askWorkplace: ({ actor, now }, { params, body }) =>
    askWorkplace(deps, actor, { id: params.sid, wish: body.wish }, now),
  giveUpWorkplace: ({ actor, now }, { params }) => giveUpWorkplace(deps, actor, params.sid, now),
  listWorkplaces: async ({ actor, now }) => ({ ok: true, body: await listWorkplaces(deps, actor, now) }),
  addWorkplace: ({ actor, now }, { body }) => addWorkplace(deps, actor, body, now),
  changeWorkplace: ({ actor, now }, { params, body }) => changeWorkplace(deps, actor, params.wid, body, now),
  bookWorkplace: ({ actor, now }, { params, body }) =>
    bookWorkplace(deps, actor, { session: params.sid, place: body.place }, now),
  refuseWorkplace: ({ actor, now }, { params, body }) =>
    refuseWorkplace(deps, actor, { session: params.sid, answer: body.answer }, now),
})
