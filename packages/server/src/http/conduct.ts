import type { conductRoutes } from '@ochno/contract/conduct'
import {
  type ConductDeps,
  listComplaints,
  readAsExaminee,
  readAsProctor,
  readMarks,
  say,
} from '../features/conduct/conduct.ts'
import type { Handlers } from './seam.ts'

export const conductHandlers = (deps: ConductDeps): Handlers<typeof conductRoutes> => ({
  readConduct: ({ actor, now }, { params, query }) =>
    readAsProctor(deps, actor, { session: params.sid, after: query.after }, now),
  readMarks: ({ actor }, { params }) => readMarks(deps, actor, params.sid),
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
  listComplaints: async ({ actor, now }) => ({ ok: true, body: await listComplaints(deps, actor, now) }),
})
