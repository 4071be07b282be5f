import type { hintRoutes } from '@ochno/contract/hints'
import type { trustRoutes } from '@ochno/contract/trust'
import { answerHint } from '../features/hints/answer-hint.ts'
import type { HintDeps } from '../features/hints/deps.ts'
import { readHints, watchHints } from '../features/hints/read-hints.ts'
import { readWatching } from '../features/hints/read-watching.ts'
import { reportHints } from '../features/hints/report-hints.ts'
import { readTrust, scoreAgain } from '../features/hints/trust.ts'
import { previewWeights, readWeights, setWeights } from '../features/hints/weights.ts'
import type { Handlers } from './seam.ts'

export const hintHandlers = (deps: HintDeps): Handlers<typeof hintRoutes> => ({
  reportHints: ({ actor, now }, { params, body }) =>
    reportHints(deps, actor, { session: params.sid, ...body }, now),
  readWatching: ({ actor, now }, { params }) => readWatching(deps, actor, params.sid, now),
  readHints: ({ actor, now }, { params }) => readHints(deps, actor, params.sid, now),
  watchHints: ({ actor, now }, { query }, { reply }) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    return watchHints(deps, actor, { seen: query.seen, waitMs: query.wait * 1000, gone: gone.signal }, now)
  },
  answerHint: ({ actor, now }, { params, body }) =>
    answerHint(deps, actor, { session: params.sid, no: params.no, ...body }, now),
})

export const trustHandlers = (deps: HintDeps): Handlers<typeof trustRoutes> => ({
  readTrust: ({ actor, now }, { params }) => readTrust(deps, actor, params.sid, now),
  scoreAgain: ({ actor, now }, { params, body }) =>
    scoreAgain(deps, actor, { session: params.sid, version: body.version }, now),
  readWeights: ({ actor, now }, { params }) => readWeights(deps, actor, params.eid, now),
  setWeights: ({ actor, now }, { params, body }) =>
    setWeights(deps, actor, { exam: params.eid, ...body }, now),
  previewWeights: ({ actor, now }, { params, body }) =>
    previewWeights(deps, actor, { exam: params.eid, ...body }, now),
})
