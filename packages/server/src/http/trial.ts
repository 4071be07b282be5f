import type { trialRoutes } from '@ochno/contract/trial'
import { forgetTrial, offerTrial, readTrial, saveTrial, type TrialDeps } from '../features/trial/try-out.ts'
import type { Handlers } from './seam.ts'

export const trialHandlers = (deps: TrialDeps): Handlers<typeof trialRoutes> => ({
  readTrial: ({ actor, now }, { query }) => readTrial(deps, actor, query.session ?? null, now),
  saveTrial: async ({ actor, now }, { body }) => ({
    ok: true,
    body: await saveTrial(deps, actor, body, now),
  }),
  forgetTrial: async ({ actor }) => {
    await forgetTrial(deps, actor)
    return { ok: true, body: undefined }
  },
  offerTrial: ({ actor, now }, { params }) => offerTrial(deps, actor, params.eid, now),
})
