import type { trialRoutes } from '@ochno/contract/trial'
import {
  forgetTrial,
  judgeTrial,
  offerTrial,
  readTrial,
  saveTrial,
  type TrialDeps,
} from '../features/trial/try-out.ts'
import type { Handlers } from './seam.ts'

export const trialHandlers = (deps: TrialDeps): Handlers<typeof trialRoutes> => ({
  readTrial: ({ actor, now }, { query }) => readTrial(deps, actor, query.session ?? null, now),
  judgeTrial: ({ actor, now }, { body }) => judgeTrial(deps, actor, body, now),
  saveTrial: ({ actor, now }, { body }) => saveTrial(deps, actor, body, now),
  forgetTrial: async ({ actor }) => {
    await forgetTrial(deps, actor)
    return { ok: true, body: undefined }
  },
  offerTrial: ({ actor, now }, { params }) => offerTrial(deps, actor, params.eid, now),
})
