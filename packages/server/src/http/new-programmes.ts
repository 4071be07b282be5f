import type { newProgrammeRoutes } from '@ochno/contract/new-programmes'
import {
  answerNewProgramme,
  listNewProgrammes,
  type NewProgrammeDeps,
} from '../features/consents/new-programmes.ts'
import type { Handlers } from './seam.ts'

export const newProgrammeHandlers = (deps: NewProgrammeDeps): Handlers<typeof newProgrammeRoutes> => ({
  listNewProgrammes: async ({ actor, now }) => ({
    ok: true,
    body: await listNewProgrammes(deps, actor, now),
  }),
  answerNewProgramme: ({ actor, now }, { params, body }) =>
    answerNewProgramme(deps, actor, params.id, body, now),
})
