import type { amendmentRoutes } from '@ochno/contract/amendments'
import {
  type AmendDeps,
  listAmendments,
  listSiblings,
  makeAmendment,
  previewAmendment,
} from '../features/sessions/amend.ts'
import type { Handlers } from './seam.ts'

export const amendmentHandlers = (deps: AmendDeps): Handlers<typeof amendmentRoutes> => ({
  previewAmendment: ({ actor, now }, { params, body }) =>
    previewAmendment(deps, actor, params.eid, body.deed, now),
  makeAmendment: ({ actor, now }, { params, body }) => makeAmendment(deps, actor, params.eid, body, now),
  listAmendments: ({ actor, now }, { params }) => listAmendments(deps, actor, params.eid, now),
  listSiblings: ({ actor, now }, { params }) => listSiblings(deps, actor, params.eid, now),
})
