import type { briefingRoutes } from '@ochno/contract/briefing'
import {
  acknowledgeBriefing,
  holdBriefing,
  markAttended,
  readBriefing,
  readMyBriefing,
} from '../features/briefing/briefing.ts'
import type { BriefingDeps } from '../features/briefing/deps.ts'
import { acknowledgeRequirements, listRequirements } from '../features/briefing/requirements.ts'
import type { Handlers } from './seam.ts'

export const briefingHandlers = (deps: BriefingDeps): Handlers<typeof briefingRoutes> => ({
  listRequirements: async ({ actor, now }) => ({ ok: true, body: await listRequirements(deps, actor, now) }),
  acknowledgeRequirements: ({ actor, now }, { params, body }) =>
    acknowledgeRequirements(deps, actor, params.eid, body.edition, now),
  readBriefing: ({ actor }, { params }) => readBriefing(deps, actor, params.eid),
  holdBriefing: ({ actor, now }, { params, body }) => holdBriefing(deps, actor, params.eid, body.text, now),
  markAttended: ({ actor, now }, { params, body }) => markAttended(deps, actor, params.eid, body, now),
  readMyBriefing: ({ actor }, { params }) => readMyBriefing(deps, actor, params.sid),
  acknowledgeBriefing: ({ actor, now }, { params, body }) =>
    acknowledgeBriefing(deps, actor, params.sid, body.edition, now),
})
