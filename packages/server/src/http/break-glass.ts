import type { glassRoutes } from '@ochno/contract/break-glass'
import type { GlassDeps } from '../features/break-glass/deps.ts'
import { answerGlass, askGlass, listGlass } from '../features/break-glass/glass.ts'
import type { GlassId } from '../ports/break-glass.ts'
import type { Handlers } from './seam.ts'

export const glassHandlers = (deps: GlassDeps): Handlers<typeof glassRoutes> => ({
  listGlass: async ({ actor, now }) => ({ ok: true, body: await listGlass(deps, actor, now) }),
  askGlass: ({ actor, now }, { params, body }) =>
    askGlass(deps, actor, { session: params.sid, reason: body.reason }, now),
  answerGlass: ({ actor, now }, { params, body }) =>
    // The contract has checked its shape.
    answerGlass(deps, actor, { id: params.gid as GlassId, allow: body.allow }, now),
})
