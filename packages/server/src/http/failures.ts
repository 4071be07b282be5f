import type { failureRoutes } from '@ochno/contract/failures'
import { instant } from '@ochno/domain/time'
import { decideFailure } from '../features/failures/decide-failure.ts'
import type { FailureDeps } from '../features/failures/deps.ts'
import { findCause, postOnSite, recordFailure } from '../features/failures/find-cause.ts'
import { answerRetake, askRetake, listOwn } from '../features/failures/own.ts'
import { failurePaper } from '../features/failures/paper.ts'
import { failuresView } from '../features/failures/view.ts'
import { fromOwnPage } from './guard.ts'
import type { Handlers } from './seam.ts'
import { sendFile } from './send-file.ts'

export const failureHandlers = (deps: FailureDeps): Handlers<typeof failureRoutes> => ({
  listFailures: ({ actor, now }, { params }) =>
    deps.store.inTenant(actor.tenant, (tx) => failuresView(tx, actor, params.eid, now)),
  recordFailure: ({ actor, now }, { params, body }) =>
    recordFailure(
      deps,
      actor,
      params.eid,
      { ...body, from: instant(body.from), until: instant(body.until) },
      now,
    ),
  findFailureCause: ({ actor, now }, { params, body }) => findCause(deps, actor, params.sid, body, now),
  decideFailure: ({ actor, now }, { params, body }) =>
    decideFailure(
      deps,
      actor,
      params.eid,
      body.is === 'refused'
        ? body
        : {
            ...body,
            to:
              'slot' in body.to
                ? body.to
                : { opensAt: instant(body.to.opensAt), closesAt: instant(body.to.closesAt) },
          },
      now,
    ),
  postFailure: ({ actor, now }, { params, body }) => postOnSite(deps, actor, params.eid, body, now),
  async readFailurePaper({ actor, now }, { params }, { request, reply }) {
    if (!fromOwnPage(request.headers)) return { ok: false, why: 'not_same_origin' }
    const file = await failurePaper(deps, actor, params.sid, now)
    return file.ok ? sendFile(reply, { ...file, as: 'pdf', plain: 'F-004-9' }) : file
  },
  listOwnFailures: async ({ actor, now }) => ({ ok: true, body: await listOwn(deps, actor, now) }),
  answerRetake: ({ actor, now }, { params, body }) => answerRetake(deps, actor, params.sid, body, now),
  askRetake: ({ actor, now }, { params, body }) => askRetake(deps, actor, params.sid, body.words, now),
})
