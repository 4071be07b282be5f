import type { attentionRoutes } from '@ochno/contract/attention'
import type { conductRoutes } from '@ochno/contract/conduct'
import { noteAttention, readAttention } from '../features/conduct/attention.ts'
import { readAsExaminee, readAsProctor, say } from '../features/conduct/conduct.ts'
import type { ConductDeps } from '../features/conduct/deps.ts'
import { answerOffer, listColleagues, listOffers } from '../features/conduct/hand-over.ts'
import { readTalks } from '../features/conduct/read-talks.ts'
import { readMarks } from '../features/conduct/read-marks.ts'
import type { Handlers } from './seam.ts'

export const conductHandlers = (deps: ConductDeps): Handlers<typeof conductRoutes> => ({
  readConduct: ({ actor, now }, { params, query }) =>
    readAsProctor(deps, actor, { session: params.sid, after: query.after }, now),
  readTalks: async ({ actor, now }) => ({ ok: true, body: await readTalks(deps, actor, now) }),
  readMarks: ({ actor, now }, { params }) => readMarks(deps, actor, params.sid, now),
  sayToExaminee: ({ actor, now }, { params, body }) =>
    say(deps, actor, { session: params.sid, as: 'proctor', given: body }, now),
  readOwnConduct: ({ actor, now }, { params, query }, { reply }) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const asked = {
      session: params.sid,
      after: query.after,
      waitMs: query.wait * 1000,
      gone: gone.signal,
    }
    return readAsExaminee(deps, actor, asked, now)
  },
  sayToProctor: ({ actor, now }, { params, body }) =>
    say(deps, actor, { session: params.sid, as: 'examinee', given: body }, now),
  listOffers: async ({ actor, now }) => ({ ok: true, body: await listOffers(deps, actor, now) }),
  answerOffer: ({ actor, now }, { params, body }) =>
    answerOffer(deps, actor, { session: params.sid, seq: params.seq, is: body.is }, now),
  listColleagues: async ({ actor, now }) => ({ ok: true, body: await listColleagues(deps, actor, now) }),
})

export const attentionHandlers = (deps: ConductDeps): Handlers<typeof attentionRoutes> => ({
  noteAttention: async ({ actor, now }, { body }) => ({
    ok: true,
    body: await noteAttention(deps, actor, body.notes, now),
  }),
  readAttention: async ({ actor, now }) => ({ ok: true, body: await readAttention(deps, actor, now) }),
})
